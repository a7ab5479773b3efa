package vn.vanban.lucene;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherLifetimeManager;
import org.jspecify.annotations.Nullable;
import vn.vanban.law.VietnamTime;
import vn.vanban.search.BadCursorException;
import vn.vanban.search.CursorExpiredException;
import vn.vanban.search.SearchRequest;
import vn.vanban.search.SearchResult;

/**
 * Keeps paging stable while documents arrive: a cursor names the view of the index that the first
 * page was read from, the day that was asked about, and how many hits came before. Equal requests
 * rank a view's documents in the same order each time, so the place in that order is enough. Views
 * are kept for ten minutes after a newer one took their place, and no more than sixteen of them.
 */
final class Cursors implements Closeable {
  private static final double MAX_AGE_SECONDS = 600;
  private static final int MAX_VIEWS = 16;

  /** Where the current view comes from. */
  interface Current {
    IndexSearcher acquire() throws IOException;

    void release(IndexSearcher searcher) throws IOException;
  }

  /** Gives the cursor of the hits from a place on. */
  interface Next {
    String from(int offset);
  }

  /** Answers a request whose day and place are settled. */
  interface Answering {
    SearchResult search(IndexSearcher searcher, SearchRequest request, Next next)
        throws IOException;
  }

  /**
   * What a cursor says.
   *
   * @param opening which opening of the index gave it: another one has other views
   * @param view the version of the view
   * @param day days since 1970
   * @param offset how many hits came before
   * @param question the request but for place and day
   */
  private record Place(long opening, long view, long day, int offset, int question) {
    static final int BYTES = 3 * Long.BYTES + 2 * Integer.BYTES;

    String text() {
      byte[] bytes =
          ByteBuffer.allocate(BYTES)
              .putLong(opening)
              .putLong(view)
              .putLong(day)
              .putInt(offset)
              .putInt(question)
              .array();
      return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static Place of(String text) {
      byte[] bytes;
      try {
        bytes = Base64.getUrlDecoder().decode(text);
      } catch (IllegalArgumentException e) {
        throw noCursor();
      }
      if (bytes.length != BYTES) {
        throw noCursor();
      }
      ByteBuffer read = ByteBuffer.wrap(bytes);
      Place place =
          new Place(read.getLong(), read.getLong(), read.getLong(), read.getInt(), read.getInt());
      if (place.offset < 0) {
        throw noCursor();
      }
      return place;
    }

    private static BadCursorException noCursor() {
      return new BadCursorException("Đây không phải con trỏ trang do máy chủ này cấp.");
    }
  }

  private final long opening = new SecureRandom().nextLong();
  private final SearcherLifetimeManager views = new SearcherLifetimeManager();

  /** The view before which none may be kept. */
  private long first;

  private final AnswersKept answers = new AnswersKept();
  private final Current current;

  Cursors(Current current) {
    this.current = current;
  }

  /**
   * Answers a request: from the current view, or from the one that its cursor names.
   *
   * @throws BadCursorException if its cursor is none, or one of another request
   * @throws CursorExpiredException if the view of its cursor is no longer kept
   */
  SearchResult search(SearchRequest request, Answering answering) throws IOException {
    if (request.cursor().isEmpty()) {
      LocalDate day = request.asOf().orElseGet(VietnamTime::today);
      IndexSearcher searcher = current.acquire();
      try {
        return answer(searcher, request.on(day), answering);
      } finally {
        current.release(searcher);
      }
    }
    Place place = Place.of(request.cursor().get());
    @Nullable IndexSearcher searcher = place.opening == opening ? kept(place.view) : null;
    if (searcher == null) {
      throw new CursorExpiredException(
          "Con trỏ trang đã hết hạn vì kho đã có thay đổi; hãy tìm lại từ đầu.");
    }
    try {
      LocalDate day = day(place);
      if (place.question != question(request)
          || request.asOf().filter(other -> !other.equals(day)).isPresent()) {
        throw new BadCursorException(
            "Con trỏ trang này là của một lần tìm khác: lời tìm, bộ lọc và thứ tự phải giữ nguyên.");
      }
      return answer(searcher, request.on(day).from(place.offset), answering);
    } finally {
      views.release(searcher);
    }
  }

  private SearchResult answer(IndexSearcher searcher, SearchRequest request, Answering answering)
      throws IOException {
    long begun = System.nanoTime();
    long view = version(searcher);
    Optional<SearchResult> known = answers.of(view, request);
    SearchResult found =
        known.isPresent()
            ? known.get().in(Duration.ofNanos(System.nanoTime() - begun))
            : answering.search(searcher, request, offset -> next(view, request, offset));
    return kept(searcher, view, request, found);
  }

  /** Keeps an answer and the view from which it goes on, unless that was ended meanwhile. */
  private synchronized SearchResult kept(
      IndexSearcher searcher, long view, SearchRequest request, SearchResult found)
      throws IOException {
    if (view < first) {
      return found.withoutNext();
    }
    answers.keep(view, request, found);
    if (found.next().isPresent()) {
      views.record(searcher);
      views.prune(new Oldest());
    }
    return found;
  }

  private String next(long view, SearchRequest request, int offset) {
    long day = request.asOf().orElseThrow().toEpochDay();
    return new Place(opening, view, day, offset, question(request)).text();
  }

  /** As {@link SearcherLifetimeManager} names views. */
  private static long version(IndexSearcher view) {
    return ((DirectoryReader) view.getIndexReader()).getVersion();
  }

  private @Nullable IndexSearcher kept(long view) throws IOException {
    views.prune(new Oldest());
    return views.acquire(view);
  }

  private static LocalDate day(Place place) {
    try {
      return LocalDate.ofEpochDay(place.day);
    } catch (java.time.DateTimeException e) {
      throw Place.noCursor();
    }
  }

  private static int question(SearchRequest request) {
    return Objects.hash(request.query(), request.filters(), request.order(), request.unit());
  }

  /** Views are told newest first; the age is the time since a newer one took a view's place. */
  private static final class Oldest implements SearcherLifetimeManager.Pruner {
    private int seen;

    @Override
    public boolean doPrune(double ageSeconds, IndexSearcher searcher) {
      return ageSeconds > MAX_AGE_SECONDS || ++seen > MAX_VIEWS;
    }
  }

  /** Ends all cursors: no view but the current one is kept, nor what was answered from it. */
  synchronized void end() throws IOException {
    IndexSearcher now = current.acquire();
    try {
      first = version(now);
    } finally {
      current.release(now);
    }
    answers.forget(first);
    views.prune((ageSeconds, searcher) -> version(searcher) < first);
  }

  @Override
  public void close() throws IOException {
    views.close();
  }
}
