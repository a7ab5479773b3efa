package vn.vanban.http.pages;

import java.util.List;
import java.util.Optional;

/**
 * One document.
 *
 * @param frame around it
 * @param name type and number, or the file's name
 * @param subject what it is about, or empty
 * @param badge what the file is to the document, if not simply the document; empty otherwise
 * @param kindNote the same in a sentence; empty otherwise
 * @param fields what was read
 * @param status the legal effect today; empty if nothing is known of it
 * @param warnings what a reader must be told
 * @param contents the table of contents
 * @param text the text of this part
 * @param parts the parts of a long text; one for others
 * @param copies the files
 * @param history what happened to it, the latest first
 * @param relations what it does to others and they to it
 * @param kin documents that carry this one, are carried by it, or are nearly the same
 * @param similarUrl documents like it
 * @param citingUrl documents that cite it
 * @param jsonUrl the same for programs
 * @param textUrl the plain text
 * @param comparisonUrl where its versions stand side by side
 * @param citation how it is cited
 * @param path its lasting path on this server
 * @param address the same as one writes it down, with the server's name
 * @param script address of the script that makes reading easier
 */
public record DocumentPage(
    Frame frame,
    String name,
    String subject,
    String badge,
    String kindNote,
    List<Field> fields,
    Optional<Status> status,
    List<Warning> warnings,
    List<Entry> contents,
    List<Block> text,
    Parts parts,
    List<CopyFile> copies,
    List<Event> history,
    List<Relations> relations,
    List<Kin> kin,
    String similarUrl,
    String citingUrl,
    String jsonUrl,
    String textUrl,
    String comparisonUrl,
    String citation,
    String path,
    String address,
    String script) {
  public DocumentPage {
    fields = List.copyOf(fields);
    warnings = List.copyOf(warnings);
    contents = List.copyOf(contents);
    text = List.copyOf(text);
    copies = List.copyOf(copies);
    history = List.copyOf(history);
    relations = List.copyOf(relations);
    kin = List.copyOf(kin);
  }

  /** Whether the table of contents is short enough to stand open. */
  public boolean shortContents() {
    return contents.size() <= 12;
  }

  /** A field with its values; without values it was not found. */
  public record Field(String label, List<Value> values) {
    public Field {
      values = List.copyOf(values);
    }
  }

  /**
   * One value.
   *
   * @param text as people read it
   * @param note beside it, or empty
   * @param source address of the place where it was read
   * @param machine form for programs (dates), if it differs
   */
  public record Value(
      String text, String note, Optional<String> source, Optional<String> machine) {}

  /**
   * The legal effect on a day.
   *
   * @param code of the status: {@code in_force}
   * @param name of the status
   * @param reason why it is unknown, or empty
   * @param proof the steps that it rests on
   * @param doubts what speaks against it
   * @param through the statuses through time, where there are several
   * @param provisions those with another status, which bear it in the text too
   */
  public record Status(
      String code,
      String name,
      Said reason,
      List<Step> proof,
      List<Said> doubts,
      List<String> through,
      List<ProvisionStatus> provisions) {
    public Status {
      proof = List.copyOf(proof);
      doubts = List.copyOf(doubts);
      through = List.copyOf(through);
      provisions = List.copyOf(provisions);
    }
  }

  /**
   * The status of a provision that has another one than the whole.
   *
   * @param path of the provision, from its Điều on
   * @param code of the status: {@code expired}
   * @param name of the status
   * @param step both in words, with the address of those that prove it
   */
  public record ProvisionStatus(String path, String code, String name, Step step) {}

  /** A step of a proof, with the address of the words that count. */
  public record Step(Said text, Optional<String> url) {}

  /** Something that happened: when, what, why (or empty), and how fields differ. */
  public record Event(String time, String action, String reason, List<String> differences) {
    public Event {
      differences = List.copyOf(differences);
    }
  }

  /** A warning: the field's label, the message, and the address of the place if there is one. */
  public record Warning(String label, Said message, Optional<String> place) {}

  /** A line of the table of contents; depth from 0. */
  public record Entry(String url, String label, String heading, int depth) {}

  /**
   * Where this part stands.
   *
   * @param number from 1
   * @param count how many there are
   * @param previous address of the part before
   * @param next address of the part after
   */
  public record Parts(int number, int count, Optional<String> previous, Optional<String> next) {}

  /** Documents that are the same to this one: {@code Bị thay thế bởi}. */
  public record Relations(String label, List<Related> documents) {
    public Relations {
      documents = List.copyOf(documents);
    }
  }

  /**
   * Another document.
   *
   * @param name as it calls itself, or as it is cited
   * @param subject what it is about, or empty
   * @param provisions which are touched, or empty for the whole
   * @param url empty where it is not held
   */
  public record Related(String name, String subject, String provisions, Optional<String> url) {}

  /** Another document: what it is to this one, its name, what it is about or empty, its page. */
  public record Kin(String label, String name, String subject, String url) {}

  /**
   * One file that carries the document.
   *
   * @param textUrl address of its text, if that is not the one shown
   */
  public record CopyFile(
      String name, String kind, String size, String url, Optional<String> textUrl) {}
}
