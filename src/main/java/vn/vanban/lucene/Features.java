package vn.vanban.lucene;

import java.util.Arrays;
import org.apache.lucene.util.BytesRef;

/**
 * Compares passages with a query; {@link Feature} says in words what each value is. Used by one
 * thread for one query.
 */
final class Features {
  private static final double K1 = 1.2;
  private static final double B = .75;

  /** As passages are indexed: title and heading count twice. */
  private static final int REPEATS = 2;

  /** Usual lengths of a heading and of a clause (khoản), in syllables. */
  private static final double HEADING_LENGTH = 10;

  private static final double CLAUSE_LENGTH = 40;

  /** How telling a word is that the query has not, for it is not looked up. */
  private static final double OTHER_IDF = 4;

  /** A definition says what it defines within its first words. */
  private static final int DEFINED_WITHIN = 12;

  private final Asked asked;
  private final AskedText title;
  private final AskedText heading;
  private final AskedText body;

  /** Frequencies by syllable and by pair, of each part. */
  private final int[] titleTerms;

  private final int[] headingTerms;
  private final int[] bodyTerms;
  private final int[] lineTerms;
  private final int[] titlePairs;
  private final int[] headingPairs;
  private final int[] bodyPairs;
  private final int[] linePairs;

  /** Which syllables and pairs are not merely of the document's name. */
  private final boolean[] own;

  private final boolean[] ownPairs;
  private double ownSum;
  private double ownPairSum;
  private final double[] runs;
  private final double[] runsBefore;
  private boolean named;

  Features(Asked asked) {
    this.asked = asked;
    title = new AskedText(asked);
    heading = new AskedText(asked);
    body = new AskedText(asked);
    titleTerms = new int[asked.terms];
    headingTerms = new int[asked.terms];
    bodyTerms = new int[asked.terms];
    lineTerms = new int[asked.terms];
    titlePairs = new int[asked.pairs];
    headingPairs = new int[asked.pairs];
    bodyPairs = new int[asked.pairs];
    linePairs = new int[asked.pairs];
    own = new boolean[asked.terms];
    ownPairs = new boolean[asked.pairs];
    runs = new double[asked.sequence.length];
    runsBefore = new double[asked.sequence.length];
  }

  /** The document whose passages come next, by its coded name. */
  void document(BytesRef name) {
    title.clear();
    title.add(name);
    count(title, 0, title.size, titleTerms, titlePairs);
    named = nameIsAsked();
  }

  /** Whether the name stands in the query word for word; what is left then is the query's own. */
  private boolean nameIsAsked() {
    Arrays.fill(own, true);
    Arrays.fill(ownPairs, true);
    boolean found = false;
    int[] sequence = asked.sequence;
    boolean[] inName = new boolean[sequence.length];
    for (int start = 0; title.size > 0 && start + title.size <= sequence.length; start++) {
      int same = 0;
      while (same < title.size
          && title.tokens[same] >= 0
          && title.tokens[same] == sequence[start + same]) {
        same++;
      }
      if (same == title.size) {
        found = true;
        Arrays.fill(inName, start, start + same, true);
      }
    }
    if (found) {
      Arrays.fill(own, false);
      Arrays.fill(ownPairs, false);
      for (int i = 0; i < sequence.length; i++) {
        if (!inName[i] && sequence[i] >= 0) {
          own[sequence[i]] = true;
          int pair = i > 0 && !inName[i - 1] ? asked.pair(sequence[i - 1], sequence[i]) : -1;
          if (pair >= 0) {
            ownPairs[pair] = true;
          }
        }
      }
    }
    ownSum = 0;
    for (int i = 0; i < own.length; i++) {
      own[i] &= !asked.service[i];
      ownSum += own[i] ? asked.idf[i] : 0;
    }
    ownPairSum = 0;
    for (int i = 0; i < ownPairs.length; i++) {
      ownPairSum += ownPairs[i] ? asked.pairIdf[i] : 0;
    }
    ownSum = Math.max(1e-9, ownSum);
    ownPairSum = Math.max(1e-9, ownPairSum);
    return found;
  }

  /** Marks in {@code terms} and {@code pairs} what the last passage, or its title, has. */
  void addTo(boolean[] terms, boolean[] pairs) {
    for (int i = 0; i < terms.length; i++) {
      terms[i] |= titleTerms[i] + headingTerms[i] + bodyTerms[i] > 0;
    }
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] |= titlePairs[i] + headingPairs[i] + bodyPairs[i] > 0;
    }
  }

  /**
   * Compares a passage of the document set before.
   *
   * @param article the number of its Điều, or empty
   * @param label its heading, coded
   * @param text its words, coded
   * @param into the values by {@link Feature#place()}; those that need other candidates are left
   */
  void passage(String article, BytesRef label, BytesRef text, double[] into) {
    heading.clear();
    heading.add(label);
    body.clear();
    body.add(text);
    count(heading, 0, heading.size, headingTerms, headingPairs);
    count(body, 0, body.size, bodyTerms, bodyPairs);
    scores(into);
    coverage(into);
    headings(into);
    lines(into);
    set(into, Feature.NAMED, named ? 1 : 0);
    set(into, Feature.CITED, !article.isEmpty() && asked.articles.contains(article) ? 1 : 0);
    set(into, Feature.RUN, longestRun(body) / asked.idfSum);
    set(into, Feature.HEADING_RUN, longestRun(heading) / asked.idfSum);
    set(into, Feature.LENGTH, Math.log(1 + body.size));
    set(into, Feature.HEADING_LENGTH, Math.log(1 + heading.size));
  }

  private void scores(double[] into) {
    double syllables = 0;
    double pairs = 0;
    double bodySyllables = 0;
    double bodyPairScore = 0;
    double headingSyllables = 0;
    double headingPairScore = 0;
    double length = REPEATS * (title.size + heading.size) + body.size;
    double norm = norm(length, asked.averageLength);
    double bodyNorm = norm(body.size, asked.averageLength);
    double headingNorm = norm(heading.size, HEADING_LENGTH);
    for (int i = 0; i < asked.terms; i++) {
      double weight = asked.counts[i] * asked.idf[i];
      int all = REPEATS * (titleTerms[i] + headingTerms[i]) + bodyTerms[i];
      syllables += weight * saturated(all, norm);
      bodySyllables += weight * saturated(bodyTerms[i], bodyNorm);
      headingSyllables += weight * saturated(headingTerms[i], headingNorm);
    }
    for (int i = 0; i < asked.pairs; i++) {
      double weight = asked.pairCounts[i] * asked.pairIdf[i];
      int all = REPEATS * (titlePairs[i] + headingPairs[i]) + bodyPairs[i];
      pairs += weight * saturated(all, norm);
      bodyPairScore += weight * saturated(bodyPairs[i], bodyNorm);
      headingPairScore += weight * saturated(headingPairs[i], headingNorm);
    }
    double n = asked.length;
    set(into, Feature.SYLLABLES, syllables / n);
    set(into, Feature.PAIRS, pairs / n);
    set(into, Feature.BODY_SYLLABLES, bodySyllables / n);
    set(into, Feature.BODY_PAIRS, bodyPairScore / n);
    set(into, Feature.HEADING_SYLLABLES, headingSyllables / n);
    set(into, Feature.HEADING_PAIRS, headingPairScore / n);
  }

  private void coverage(double[] into) {
    double covered = 0;
    double withTitle = 0;
    double marks = 0;
    double ownCovered = 0;
    for (int i = 0; i < asked.terms; i++) {
      boolean here = headingTerms[i] + bodyTerms[i] > 0;
      covered += here ? asked.idf[i] : 0;
      withTitle += here || titleTerms[i] > 0 ? asked.idf[i] : 0;
      ownCovered += here && own[i] ? asked.idf[i] : 0;
      marks += asked.idf[i] * Math.max(body.marks[i], Math.max(heading.marks[i], title.marks[i]));
    }
    double pairs = 0;
    double ownPairCover = 0;
    for (int i = 0; i < asked.pairs; i++) {
      if (headingPairs[i] + bodyPairs[i] > 0) {
        pairs += asked.pairIdf[i];
        ownPairCover += ownPairs[i] ? asked.pairIdf[i] : 0;
      }
    }
    set(into, Feature.COVERED, covered / asked.idfSum);
    set(into, Feature.COVERED_WITH_TITLE, withTitle / asked.idfSum);
    set(into, Feature.MARKS_COVERED, marks / asked.idfSum);
    set(into, Feature.COVERED_PAIRS, pairs / asked.pairIdfSum);
    set(into, Feature.OWN_COVERED, ownCovered / ownSum);
    set(into, Feature.OWN_COVERED_PAIRS, ownPairCover / ownPairSum);
  }

  private void headings(double[] into) {
    double askedTokens = 0;
    double weight = 0;
    double ownWeight = 0;
    double askedPairs = 0;
    for (int i = 0; i < heading.size; i++) {
      int token = heading.tokens[i];
      boolean isAsked = token >= 0 && token < asked.terms;
      askedTokens += isAsked ? 1 : 0;
      weight += isAsked ? asked.idf[token] : OTHER_IDF;
      ownWeight += isAsked && own[token] ? asked.idf[token] : 0;
      askedPairs += i > 0 && asked.pair(heading.tokens[i - 1], token) >= 0 ? 1 : 0;
    }
    double covers = 0;
    double ownCovers = 0;
    for (int i = 0; i < asked.terms; i++) {
      covers += headingTerms[i] > 0 ? asked.idf[i] : 0;
      ownCovers += headingTerms[i] > 0 && own[i] ? asked.idf[i] : 0;
    }
    double coversPairs = 0;
    for (int i = 0; i < asked.pairs; i++) {
      coversPairs += headingPairs[i] > 0 ? asked.pairIdf[i] : 0;
    }
    covers /= asked.idfSum;
    coversPairs /= asked.pairIdfSum;
    ownCovers /= ownSum;
    double share = askedTokens / Math.max(1, heading.size);
    double pairShare = askedPairs / Math.max(1, heading.size - 1);
    double ownShare = ownWeight / Math.max(1e-9, weight);
    set(into, Feature.HEADING_ASKED, share);
    set(into, Feature.HEADING_ASKED_PAIRS, pairShare);
    set(into, Feature.HEADING_COVERS, covers);
    set(into, Feature.HEADING_COVERS_PAIRS, coversPairs);
    set(into, Feature.HEADING_AGREES, harmonic(share, covers));
    set(into, Feature.HEADING_AGREES_PAIRS, harmonic(pairShare, coversPairs));
    set(into, Feature.HEADING_WHOLE, heading.size > 1 && askedTokens == heading.size ? 1 : 0);
    set(into, Feature.OWN_HEADING_COVERS, ownCovers);
    set(into, Feature.OWN_HEADING_ASKED, ownShare);
    set(into, Feature.OWN_HEADING_AGREES, harmonic(ownShare, ownCovers));
    set(into, Feature.LIST_HEADING_ASKED, asked.list ? ownShare : 0);
    set(into, Feature.LIST_HEADING_AGREES, asked.list ? harmonic(ownShare, ownCovers) : 0);
    double titlePairsAsked = 0;
    for (int i = 1; i < title.size; i++) {
      titlePairsAsked += asked.pair(title.tokens[i - 1], title.tokens[i]) >= 0 ? 1 : 0;
    }
    double titleShare = titlePairsAsked / Math.max(1, title.size - 1);
    set(into, Feature.TITLE_ASKED, titleShare);
    set(into, Feature.TITLE_WHOLE, title.size > 1 && titleShare == 1 ? 1 : 0);
  }

  /** The best of the lines: a khoản or a điểm each. */
  private void lines(double[] into) {
    double syllables = 0;
    double pairs = 0;
    double both = 0;
    double covered = 0;
    double coveredPairs = 0;
    double context = 0;
    double contextPairs = 0;
    double ownCovered = 0;
    double ownPairCover = 0;
    double defines = 0;
    boolean leads = false;
    int start = 0;
    for (int line = 0; line < body.lineCount; line++) {
      int end = body.lines[line];
      count(body, start, end, lineTerms, linePairs);
      double norm = norm(end - start, CLAUSE_LENGTH);
      double score = 0;
      double cover = 0;
      double contextCover = 0;
      double ownCover = 0;
      for (int i = 0; i < asked.terms; i++) {
        if (lineTerms[i] > 0) {
          score += asked.counts[i] * asked.idf[i] * saturated(lineTerms[i], norm);
          cover += asked.idf[i];
          ownCover += own[i] ? asked.idf[i] : 0;
        }
        contextCover += lineTerms[i] + headingTerms[i] + titleTerms[i] > 0 ? asked.idf[i] : 0;
      }
      double pairScore = 0;
      double pairCover = 0;
      double pairContext = 0;
      double ownPair = 0;
      for (int i = 0; i < asked.pairs; i++) {
        if (linePairs[i] > 0) {
          pairScore += asked.pairCounts[i] * asked.pairIdf[i] * saturated(linePairs[i], norm);
          pairCover += asked.pairIdf[i];
          ownPair += ownPairs[i] ? asked.pairIdf[i] : 0;
        }
        pairContext += linePairs[i] + headingPairs[i] + titlePairs[i] > 0 ? asked.pairIdf[i] : 0;
      }
      syllables = Math.max(syllables, score);
      pairs = Math.max(pairs, pairScore);
      both = Math.max(both, score + pairScore);
      covered = Math.max(covered, cover);
      coveredPairs = Math.max(coveredPairs, pairCover);
      context = Math.max(context, contextCover);
      contextPairs = Math.max(contextPairs, pairContext);
      ownCovered = Math.max(ownCovered, ownCover);
      ownPairCover = Math.max(ownPairCover, ownPair);
      defines = Math.max(defines, defines(start, end));
      leads |= leadsIn(body, start, end);
      start = end;
    }
    leads |= leadsIn(heading, 0, heading.size);
    double n = asked.length;
    set(into, Feature.CLAUSE_SYLLABLES, syllables / n);
    set(into, Feature.CLAUSE_PAIRS, pairs / n);
    set(into, Feature.CLAUSE, both / n);
    set(into, Feature.CLAUSE_COVERED, covered / asked.idfSum);
    set(into, Feature.CLAUSE_COVERED_PAIRS, coveredPairs / asked.pairIdfSum);
    set(into, Feature.CONTEXT_COVERED, context / asked.idfSum);
    set(into, Feature.CONTEXT_COVERED_PAIRS, contextPairs / asked.pairIdfSum);
    set(into, Feature.OWN_CLAUSE_COVERED, ownCovered / ownSum);
    set(into, Feature.OWN_CLAUSE_COVERED_PAIRS, ownPairCover / ownPairSum);
    set(into, Feature.DEFINES, defines);
    set(into, Feature.DEFINES_AS_ASKED, asked.definition ? defines : 0);
    set(into, Feature.LISTS_AS_ASKED, asked.list && leads ? 1 : 0);
    set(into, Feature.LONG_LIST_AS_ASKED, asked.list ? Math.min(body.lineCount, 20) / 20.0 : 0);
  }

  /** "3. Người học là …": how well what stands before là is what is asked. */
  private double defines(int start, int end) {
    int until = Math.min(end, start + DEFINED_WITHIN);
    double weight = 0;
    double common = 0;
    // The khoản's number is no part of what is defined.
    int from = start + 1;
    for (int i = from; i < until; i++) {
      int token = body.tokens[i];
      if (token == asked.la) {
        double asking = common / ownSum;
        return weight == 0 ? 0 : common / weight * Math.min(1, asking);
      }
      boolean isAsked = token >= 0 && token < asked.terms;
      weight += isAsked ? asked.idf[token] : OTHER_IDF;
      common += isAsked && own[token] ? asked.idf[token] : 0;
    }
    return 0;
  }

  /** "… trong các trường hợp sau đây:". */
  private boolean leadsIn(AskedText text, int start, int end) {
    for (int i = Math.max(start + 1, end - 4); i < end; i++) {
      if (text.tokens[i - 1] == asked.sau && text.tokens[i] == asked.day) {
        return true;
      }
    }
    return false;
  }

  /** The weight of the longest stretch that text and query have in common, word for word. */
  private double longestRun(AskedText text) {
    double best = 0;
    Arrays.fill(runsBefore, 0);
    for (int i = 0; i < text.size; i++) {
      int token = text.tokens[i];
      boolean isAsked = token >= 0 && token < asked.terms;
      for (int j = asked.sequence.length - 1; j >= 0; j--) {
        boolean same = isAsked && asked.sequence[j] == token;
        runs[j] = same ? asked.idf[token] + (j > 0 ? runsBefore[j - 1] : 0) : 0;
        best = Math.max(best, runs[j]);
      }
      System.arraycopy(runs, 0, runsBefore, 0, runs.length);
    }
    return best;
  }

  private void count(AskedText text, int from, int to, int[] terms, int[] pairs) {
    Arrays.fill(terms, 0);
    Arrays.fill(pairs, 0);
    int before = Asked.OTHER;
    for (int i = from; i < to; i++) {
      int token = text.tokens[i];
      if (token >= 0 && token < asked.terms) {
        terms[token]++;
        int pair = asked.pair(before, token);
        if (pair >= 0) {
          pairs[pair]++;
        }
      }
      before = token;
    }
  }

  private static double norm(double length, double average) {
    return K1 * (1 - B + B * length / average);
  }

  private static double saturated(int frequency, double norm) {
    return frequency / (frequency + norm);
  }

  private static double harmonic(double a, double b) {
    return a + b == 0 ? 0 : 2 * a * b / (a + b);
  }

  private static void set(double[] into, Feature feature, double value) {
    into[feature.place()] = value;
  }
}
