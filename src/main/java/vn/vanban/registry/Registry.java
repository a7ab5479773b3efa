package vn.vanban.registry;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import vn.vanban.law.Citation;
import vn.vanban.law.EffectTimeline;
import vn.vanban.law.HeldBody;
import vn.vanban.law.LegalDocument;
import vn.vanban.law.Relation;
import vn.vanban.law.SeriesEntry;
import vn.vanban.law.TargetChoice;
import vn.vanban.law.TargetKeys;

/**
 * The truth: one folder with a SQLite database and the originals by their SHA-256. Safe for use by
 * many threads; one writer process at a time, any number of readers.
 *
 * <p>Every method throws {@link RegistryException} when disk or database fail; the message says
 * what, where and what to do.
 */
public final class Registry implements AutoCloseable {
  private static final String DATABASE = "registry.db";

  /** Which rules made the derived rows. */
  static final String DERIVED = "derived";

  private final Path folder;
  private final Failures failures;
  private final Database database;
  private final Originals originals;
  private final Quarantine quarantine;
  private final Optional<FolderLock> folderLock;
  private final RecordCodec codec = new RecordCodec();
  private final DocumentIds ids = new DocumentIds();
  private final Reads reads;
  private final String registryId;
  private final String epoch;

  private final ReentrantLock writing = new ReentrantLock();

  /** Held while originals are destroyed, and while a backup reads them. */
  private final ReentrantLock destroying = new ReentrantLock();

  private final GroupCommit commits = new GroupCommit(writing, this::write);
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final AtomicBoolean closed = new AtomicBoolean();

  private Registry(Path folder, Database database, Optional<FolderLock> folderLock) {
    this.folder = folder;
    this.failures = new Failures(folder);
    this.database = database;
    this.folderLock = folderLock;
    this.originals = new Originals(folder);
    this.quarantine = new Quarantine(folder);
    this.reads = new Reads(database.reading(), codec);
    this.registryId = reads.meta("registry_id");
    this.epoch = reads.meta("epoch");
  }

  /**
   * Loads what opening a registry needs of libraries. Who opens one meanwhile waits for no more
   * than what is being loaded.
   */
  public static void prepare() {
    Database.prepare();
  }

  /**
   * Opens a registry for reading and writing, making it if the folder is new.
   *
   * @param folder the data folder
   * @throws RegistryException if it is held by another process, newer than this program, or damaged
   */
  public static Registry open(Path folder) {
    Failures failures = new Failures(folder);
    @org.jspecify.annotations.Nullable FolderLock lock = null;
    try {
      Files.createDirectories(folder);
      lock = FolderLock.take(folder);
      NewFolder.refuseHalfDone(folder);
      Database database = Database.open(folder.resolve(DATABASE));
      boolean done = false;
      try {
        Registry registry = new Registry(folder, database, Optional.of(lock));
        registry.originals.prepare();
        registry.bringDerivedUpToDate();
        done = true;
        return registry;
      } finally {
        if (!done) {
          database.close();
        }
      }
    } catch (IOException | SQLException | RuntimeException e) {
      RegistryException failure = failures.of("mở sổ đăng ký", e);
      if (lock != null) {
        try {
          lock.close();
        } catch (IOException second) {
          failure.addSuppressed(second);
        }
      }
      throw failure;
    }
  }

  /**
   * Makes the rows that follow from the records anew, if another version of the rules made them.
   */
  private void bringDerivedUpToDate() {
    if (!reads.findMeta(DERIVED).equals(Optional.of(DerivedRows.VERSION))) {
      new DerivedRepair(database.writing(), reads, codec, writing).run();
    }
  }

  /**
   * Opens a registry for reading only, also while another process writes to it; what that process
   * commits is seen at once.
   *
   * @param folder the data folder
   * @throws RegistryException if there is no registry, or it is newer or older than this program
   */
  public static Registry openReadOnly(Path folder) {
    refuseMissing(folder);
    try {
      return new Registry(
          folder, Database.openReadOnly(folder.resolve(DATABASE)), Optional.empty());
    } catch (IOException | SQLException | RuntimeException e) {
      throw new Failures(folder).of("mở sổ đăng ký để đọc", e);
    }
  }

  /**
   * Refuses a folder without a registry, before anything is made in it.
   *
   * @param folder the data folder
   * @throws RegistryException if there is no registry
   */
  public static void refuseMissing(Path folder) {
    if (!Files.exists(folder.resolve(DATABASE))) {
      throw new RegistryException(
          "Chưa có sổ đăng ký trong thư mục "
              + folder
              + ". Hãy chạy lệnh ingest trước, hoặc kiểm tra lại --data.");
    }
  }

  /** The name under which bytes are known here: their SHA-256, 64 lower-case hex digits. */
  public static String sha256(byte[] bytes) {
    return Sha256.of(bytes);
  }

  /**
   * Registers a group of files in one commit. When this returns, the originals and records are
   * durable; when it throws, no record of the group is registered.
   *
   * <p>The same bytes change nothing. Other bytes of the same kind, issuers, number and year with
   * similar content become a copy of that document, whose fields stay; with other content a
   * document of its own, with a warning.
   *
   * @param submissions what was read
   * @return one outcome for each, in their order
   */
  public List<Registration> register(List<Submission> submissions) {
    return register(submissions, Act.ofThisProcess());
  }

  /**
   * {@link #register(List)} in somebody's name. Groups that several threads register at the same
   * time share a commit.
   *
   * @param act who registers them, and why
   */
  public List<Registration> register(List<Submission> submissions, Act act) {
    return register(submissions, List.of(), act);
  }

  /**
   * {@link #register(List, Act)} of files some of which came within others.
   *
   * @param enclosures which; members and containers may be among the submissions or known before;
   *     passed over where the member is not registered, or where one of the two is erased
   */
  public List<Registration> register(
      List<Submission> submissions, List<Enclosure> enclosures, Act act) {
    if (submissions.isEmpty() && enclosures.isEmpty()) {
      return List.of();
    }
    refuseIfReadOnly();
    List<String> hashes = submissions.parallelStream().map(s -> Sha256.of(s.original())).toList();
    return guarded(
        "ghi",
        () -> {
          Map<String, Reads.Owner> registered =
              database.reading().withHandle(h -> Reads.ofOriginals(h, Set.copyOf(hashes)));
          List<PreparedSubmission> prepared =
              IntStream.range(0, hashes.size())
                  .parallel()
                  .filter(i -> !registered.containsKey(hashes.get(i)))
                  .mapToObj(i -> PreparedSubmission.of(submissions.get(i), hashes.get(i), codec))
                  .toList();
          Map<String, byte[]> bytes = new LinkedHashMap<>();
          for (int i = 0; i < hashes.size(); i++) {
            if (!registered.containsKey(hashes.get(i))) {
              bytes.put(hashes.get(i), submissions.get(i).original());
            }
          }
          if (prepared.isEmpty() && enclosures.isEmpty()) {
            return inOrder(hashes, registered, List.of());
          }
          List<Registration> outcomes =
              commits.write(new GroupCommit.Group(prepared, bytes, enclosures, act));
          listeners.forEach(Runnable::run);
          return inOrder(hashes, registered, outcomes);
        });
  }

  private List<List<Registration>> write(List<GroupCommit.Group> groups) throws IOException {
    Map<String, byte[]> bytes = new LinkedHashMap<>();
    groups.forEach(group -> bytes.putAll(group.bytes()));
    originals.store(bytes);
    return database
        .writing()
        .inTransaction(handle -> {
          Originals.storeSmall(handle, bytes);
          Instant now = Instant.now();
          List<List<Registration>> outcomes = new ArrayList<>();
          for (GroupCommit.Group group : groups) {
            outcomes.add(
                new Registrar(handle, reads, ids, now, group.act())
                    .register(group.items(), Reads.ofOriginals(handle, group.bytes().keySet())));
            Registrar.enclose(handle, group.enclosures());
          }
          return outcomes;
        });
  }

  /** Outcomes of what was known before and of what was written, as submitted. */
  private static List<Registration> inOrder(
      List<String> hashes, Map<String, Reads.Owner> registered, List<Registration> written) {
    var next = written.iterator();
    return hashes.stream()
        .map(hash -> {
          Reads.Owner before = registered.get(hash);
          return before == null ? next.next() : Registration.again(before);
        })
        .toList();
  }

  /**
   * Changes to registered documents in somebody's name.
   *
   * @param act who makes them, and why
   */
  public Edits by(Act act) {
    refuseIfReadOnly();
    return new Edits(new Transactions(), codec, act);
  }

  /** Who may write. */
  public Accounts accounts() {
    return new Accounts(
        new Accounts.Transactions() {
          @Override
          public <T> T read(Function<Handle, T> work) {
            return guarded("đọc", () -> database.reading().withHandle(work::apply));
          }

          @Override
          public <T> T write(Function<Handle, T> work) {
            refuseIfReadOnly();
            return guarded(
                "ghi",
                () -> {
                  writing.lock();
                  try {
                    return database.writing().inTransaction(work::apply);
                  } finally {
                    writing.unlock();
                  }
                });
          }
        });
  }

  /** What {@link Edits} needs of this registry. */
  private final class Transactions implements Edits.Transactions {
    @Override
    public <T> T run(Act act, Function<Editing, T> work) {
      return edit(act, work);
    }

    @Override
    public void destroy(List<String> sha256s) {
      Registry.this.destroy(sha256s);
    }
  }

  /** Runs changes of registered documents in one durable transaction, and tells of it. */
  private <T> T edit(Act act, Function<Editing, T> work) {
    T result =
        guarded(
            "ghi",
            () -> {
              writing.lock();
              try {
                return database
                    .writing()
                    .inTransaction(
                        handle -> work.apply(new Editing(handle, reads, Instant.now(), act)));
              } finally {
                writing.unlock();
              }
            });
    listeners.forEach(Runnable::run);
    return result;
  }

  /** Destroys what an erasure leaves behind outside of the tables. */
  private void destroy(List<String> sha256s) {
    guarded(
        "xóa bản gốc",
        () -> {
          destroying.lock();
          try {
            originals.delete(sha256s);
            writing.lock();
            try {
              database.emptyLog();
            } finally {
              writing.unlock();
            }
          } finally {
            destroying.unlock();
          }
          return true;
        });
  }

  /**
   * Asks to be told of every commit that this registry object makes.
   *
   * @param listener called after the commit by the thread that registered; must be quick
   * @return ends it when closed
   */
  public Subscription onChange(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** An {@link #onChange} that can be ended. */
  public interface Subscription extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Keeps the bytes of a file that cannot be read, with the reason; the same bytes are kept once.
   *
   * @param source where it came from
   * @param original its bytes
   * @param reason why it was rejected, in Vietnamese
   */
  public void quarantine(String source, byte[] original, String reason) {
    refuseIfReadOnly();
    guarded(
        "cách ly tệp",
        () -> {
          writing.lock();
          try {
            quarantine.keep(source, original, reason);
            return true;
          } finally {
            writing.unlock();
          }
        });
  }

  /** Whether these very bytes are registered and shown, and as which document. */
  public Optional<String> documentOfOriginal(String sha256) {
    return guarded(
        "đọc",
        () ->
            database
                .reading()
                .withHandle(h ->
                    Optional.ofNullable(Reads.ofOriginals(h, List.of(sha256)).get(sha256))
                        .filter(Reads.Owner::live)
                        .map(Reads.Owner::documentId)));
  }

  /**
   * Everything that happened to a document, the oldest first.
   *
   * @return empty if there is no such document
   */
  public List<Revision> history(String id) {
    return guarded(
        "đọc", () -> database.reading().inTransaction(h -> new History(h, reads).of(id)));
  }

  /** A document as it was at a time; empty if it was not there or not shown, or is erased. */
  public Optional<RegisteredDocument> documentAt(String id, Instant time) {
    return guarded(
        "đọc", () -> database.reading().inTransaction(h -> new History(h, reads).at(id, time)));
  }

  /**
   * The effect of documents through time, with its proof, from their own words and from what other
   * registered documents do to them.
   *
   * @param ids of the documents
   * @return by id; without those that are not there
   */
  public Map<String, EffectTimeline> effects(Collection<String> ids) {
    return guarded(
        "đọc", () -> database.reading().inTransaction(h -> new Effects(h, reads).of(ids)));
  }

  /**
   * Which registered document is meant by a document that cites it, as guests may know it.
   *
   * @param citing the citing document
   * @param target the document as cited
   */
  public TargetChoice cited(LegalDocument citing, Citation.Target target) {
    return guarded(
        "đọc",
        () -> database.reading().inTransaction(h -> new Relatives(h, reads).cited(citing, target)));
  }

  /**
   * A document whose words change, detail or guide another one.
   *
   * @param documentId its id
   * @param document what was read from it
   * @param relations those of its relations that point to the other one
   */
  public record Acting(String documentId, LegalDocument document, List<Relation> relations) {
    public Acting {
      relations = List.copyOf(relations);
    }
  }

  /**
   * What ties a document to others by words, as guests may know it.
   *
   * @param held the {@link TargetKeys keys} of what it cites that are borne by documents held
   * @param acting what changes, details or guides it, the first registered first
   */
  public record Ties(Set<String> held, List<Acting> acting) {
    public Ties {
      held = Set.copyOf(held);
      acting = List.copyOf(acting);
    }
  }

  /**
   * What ties a document to others by words.
   *
   * @param document the document
   * @param limit how many others at most
   */
  public Ties ties(RegisteredDocument document, int limit) {
    return guarded(
        "đọc",
        () ->
            database
                .reading()
                .inTransaction(h -> {
                  Relatives relatives = new Relatives(h, reads);
                  return new Ties(
                      relatives.held(Relatives.keys(document.document())),
                      relatives.acting(document.id(), document.document(), limit));
                }));
  }

  /**
   * What other documents are to one: what it is a copy of or reports, its own copies and reports,
   * and near-duplicates. Follows from the documents held, in whatever order they came.
   *
   * @param id of the document
   * @return with what is withheld from guests; none for a document that is not there
   */
  public Kinship kinship(String id) {
    return guarded(
        "đọc", () -> database.reading().inTransaction(h -> new KinFinder(h, reads).of(id)));
  }

  /**
   * Documents that may have near-duplicates, in order of registration; {@link #kinship} compares.
   *
   * @return their ids
   */
  public List<String> perhapsDuplicate() {
    return guarded("đọc", reads::perhapsDuplicate);
  }

  /**
   * Documents with this number that were removed and can be brought back.
   *
   * @param numberKey {@link vn.vanban.law.DocumentNumber#key()}
   * @return their ids, the first registered first
   */
  public List<String> removedByNumber(String numberKey) {
    return guarded("đọc", () -> reads.removedByNumber(numberKey));
  }

  /** What is told of a document that was removed or erased; empty for all others. */
  public Optional<Tombstone> tombstone(String id) {
    return guarded(
        "đọc", () -> database.reading().inTransaction(h -> new History(h, reads).tombstone(id)));
  }

  /** For {@link ReviewQueue}: see {@link Reads#doubtful}. */
  List<Reads.Placed> doubtful(long before, int limit) {
    return guarded("đọc", () -> reads.doubtful(before, limit));
  }

  /**
   * What registered documents cite and nobody has registered, the most cited first.
   *
   * @param limit how many at most
   */
  public List<MissingDocument> missing(int limit) {
    return guarded("đọc", () -> reads.missing(limit));
  }

  /** The document with this id, if there is one. */
  public Optional<RegisteredDocument> document(String id) {
    return guarded("đọc", () -> reads.document(id));
  }

  /** The id of the document that answers for one that was merged into it; empty for all others. */
  public Optional<String> mergedInto(String id) {
    return guarded("đọc", () -> reads.mergedInto(id));
  }

  /** The document that answered for a merged one at a time; empty if it was not merged then. */
  public Optional<String> mergedInto(String id, Instant time) {
    return guarded(
        "đọc", () -> database.reading().inTransaction(h -> new History(h, reads).keptAt(id, time)));
  }

  /** The documents with these ids, those that exist, by id. */
  public Map<String, RegisteredDocument> documents(Collection<String> documentIds) {
    return guarded("đọc", () -> reads.byIds(new HashSet<>(documentIds)));
  }

  /**
   * Documents in order of registration.
   *
   * @param documents some of them
   * @param last where to go on from
   */
  public record Page(List<RegisteredDocument> documents, long last) {
    public Page {
      documents = List.copyOf(documents);
    }
  }

  /**
   * A walk over all documents in order of registration; those that come meanwhile are met at its
   * end.
   *
   * @param after {@link Page#last()} of the page before; 0 to begin
   * @param limit how many at most
   */
  public Page documentsFrom(long after, int limit) {
    return guarded("đọc", () -> reads.from(after, limit));
  }

  /**
   * All documents, the last registered first.
   *
   * @param offset how many to pass over
   * @param limit how many at most
   */
  public List<RegisteredDocument> documents(int offset, int limit) {
    return guarded("đọc", () -> reads.newest(offset, limit));
  }

  /**
   * All documents with this number, whatever their body and year, the first registered first.
   *
   * @param numberKey {@link vn.vanban.law.DocumentNumber#key()}
   */
  public List<RegisteredDocument> documentsByNumber(String numberKey) {
    return guarded("đọc", () -> reads.byNumber(numberKey));
  }

  /**
   * The body that a typed name means, among those that documents are registered of.
   *
   * @param typed {@code UBND tỉnh Gia Lai}
   * @param all also by what is withheld from guests
   * @return names as printed on documents
   */
  public HeldBody bodyCalled(String typed, boolean all) {
    return guarded(
        "đọc",
        () -> database.reading().inTransaction(h -> new BodyNumbers(h, reads, all).called(typed)));
  }

  /**
   * The numbered documents of a body in a year, for {@link vn.vanban.law.SeriesReport}. The body is
   * meant under its name of that day; a joint document is numbered by the body that stands first.
   *
   * @param body its name as {@link #bodyCalled} gives it
   * @param all also what is withheld from guests
   */
  public List<SeriesEntry> numbersOf(String body, int year, boolean all) {
    return guarded(
        "đọc",
        () -> database.reading().inTransaction(h -> new BodyNumbers(h, reads, all).in(body, year)));
  }

  /**
   * Whether an original has within it a file whose document guests may not see, or may no more: a
   * mail with a secret attachment.
   *
   * @param sha256 of the original
   */
  public boolean enclosesWithheld(String sha256) {
    return guarded(
        "đọc",
        () ->
            database
                .reading()
                .withHandle(handle ->
                    handle
                        .createQuery(
                            """
                            SELECT EXISTS (
                              SELECT 1 FROM enclosure e JOIN copy c ON c.ordinal = e.copy
                              JOIN document d ON d.ordinal = c.document
                              WHERE e.container = :sha256 AND (d.withheld = 1 OR d.state <> 'LIVE'))
                            """)
                        .bind("sha256", sha256)
                        .mapTo(Boolean.class)
                        .one()));
  }

  /**
   * The bytes of a registered original.
   *
   * @throws RegistryException if they are no longer what was registered
   */
  public Optional<InputStream> original(String sha256) {
    return documentOfOriginal(sha256).flatMap(id -> stored(sha256));
  }

  /** The original of a damaged reading, also where its document is not shown. */
  public Optional<InputStream> original(StoredReading damaged) {
    return stored(damaged.sha256());
  }

  private Optional<InputStream> stored(String sha256) {
    return guarded(
        "đọc",
        () -> {
          Optional<InputStream> small =
              database.reading().withHandle(h -> Originals.openSmall(h, sha256));
          return small.isPresent() ? Optional.of(whole(sha256, small.get())) : file(sha256);
        });
  }

  /** A small original, held against its hash. */
  private static InputStream whole(String sha256, InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    refuseDamaged(sha256, Sha256.copy(in, bytes));
    return new ByteArrayInputStream(bytes.toByteArray());
  }

  /** The file of an original, held against its hash. */
  private Optional<InputStream> file(String sha256) throws IOException {
    Optional<InputStream> found = originals.open(sha256);
    if (found.isEmpty()) {
      return found;
    }
    try (InputStream in = found.get()) {
      refuseDamaged(sha256, Sha256.measure(in));
    }
    return originals.open(sha256);
  }

  private static void refuseDamaged(String sha256, Sha256.Measured found) {
    if (!found.sha256().equals(sha256)) {
      throw new RegistryException(
          "Bản gốc "
              + sha256
              + " không còn khớp với mã SHA-256 của nó. Hãy chạy lệnh verify, rồi lấy lại tệp từ bản"
              + " sao lưu.");
    }
  }

  /** The text of an original before any repair. */
  public Optional<String> extractedText(String sha256) {
    return guarded("đọc", () -> reads.extractedText(sha256));
  }

  /** The identity of this registry and its last change. */
  public FeedPosition position() {
    return guarded("đọc", () -> new FeedPosition(registryId, epoch, reads.lastSequence()));
  }

  /**
   * The change feed, oldest first.
   *
   * @param sequence changes after this number
   * @param limit how many at most
   */
  public List<Change> changesAfter(long sequence, int limit) {
    return guarded("đọc", () -> reads.changesAfter(sequence, limit));
  }

  /**
   * Where {@link #documentsFrom} goes on after a document, which may be removed or withheld by now;
   * empty if there never was one that guests might see.
   */
  public Optional<Long> publicPlace(String documentId) {
    return guarded("đọc", () -> reads.publicPlace(documentId));
  }

  /** Those of some documents, by their ids, that are there and that guests may see. */
  public Set<String> publicAmong(Collection<String> documentIds) {
    return guarded("đọc", () -> reads.publicAmong(documentIds));
  }

  /** All documents together as guests may see them. */
  public PublicView publicView() {
    return new PublicView(database.reading(), reads, failures);
  }

  /** How many documents there are that guests may see. */
  public long publicCount() {
    return guarded("đọc", reads::publicCount);
  }

  /** How many documents there are. */
  public long documentCount() {
    return guarded("đọc", reads::documentCount);
  }

  /**
   * Holds every original against its hash and size, every record and text against its own, the feed
   * against the documents, and lets SQLite check its file. Reads everything: minutes for large
   * registries.
   *
   * @return what was found; empty if all is well
   */
  public List<Finding> verify() {
    return guarded(
        "kiểm tra",
        () ->
            database
                .reading()
                .withHandle(h -> {
                  try {
                    return new Verification(h, originals, codec, reads).run();
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                }));
  }

  /**
   * The readings whose record or texts are damaged: {@link Edits#replaceDamaged} puts others in
   * their place.
   *
   * @return in order of registration
   */
  public List<StoredReading> damagedReadings() {
    return guarded(
        "kiểm tra",
        () ->
            database
                .reading()
                .withHandle(h -> {
                  List<StoredReading> damaged = new ArrayList<>();
                  new StoredReadings(h, codec).faults((reading, what) -> damaged.add(reading));
                  return damaged;
                }));
  }

  /**
   * Makes anew what follows from the records, some hundreds of documents at a time so that others
   * may write meanwhile, and destroys what an erasure that was cut off left. Opening has emptied
   * what an earlier process left half written.
   *
   * @return what was done
   */
  public List<Finding> repair() {
    refuseIfReadOnly();
    return guarded(
        "sửa",
        () -> {
          destroying.lock();
          try {
            return new Repair(
                    database.reading(),
                    originals,
                    new DerivedRepair(database.writing(), reads, codec, writing))
                .run();
          } finally {
            destroying.unlock();
          }
        });
  }

  /**
   * Writes a consistent snapshot of database, originals and quarantine into one file, while others
   * register. What an erasure leaves to destroy waits until the backup is done.
   *
   * @param file the backup; durable when this returns, and not there when this throws
   * @param replace whether an existing file may be replaced
   * @param progress is told of each file packed
   * @throws RegistryException if there is such a file or no such folder, the disk is full, or an
   *     original is damaged
   */
  public void backup(Path file, boolean replace, Progress progress) {
    destroying.lock();
    try {
      new Backup(folder, originals, progress).write(database.reading(), file, replace);
    } catch (IOException | UncheckedIOException | JdbiException e) {
      throw new RegistryException(
          "Không thể ghi bản sao lưu " + file + ": " + Failures.reason(e), e);
    } finally {
      destroying.unlock();
    }
  }

  /**
   * Makes a registry from a {@link #backup}, with a new epoch: indexes of before are rebuilt. When
   * this throws, nothing is left of it.
   *
   * @param file the backup
   * @param folder the data folder, new or empty
   * @param progress is told of each file unpacked
   * @throws RegistryException if the backup is damaged or newer, or the folder is not empty
   */
  public static void restore(Path file, Path folder, Progress progress) {
    try {
      new Restore(file, folder, progress).run();
    } catch (IOException | SQLException | UncheckedIOException | JdbiException e) {
      throw new RegistryException(
          "Không thể khôi phục " + file + " vào " + folder + ": " + Failures.reason(e), e);
    }
  }

  /**
   * Writes everything as NDJSON and originals into a folder, as of one moment, while others
   * register; see {@link ExportFormat}. What an erasure leaves to destroy waits until it is done.
   *
   * @param target a new or empty folder; durable when this returns, and not there when this throws
   * @param progress is told of each document
   * @throws RegistryException if the folder is not empty, the disk is full, or an original is
   *     damaged
   */
  public void export(Path target, Progress progress) {
    destroying.lock();
    try {
      database
          .reading()
          .useTransaction(handle -> new Export(folder, originals, handle, progress).write(target));
    } catch (IOException | UncheckedIOException | JdbiException e) {
      throw new RegistryException("Không thể xuất ra " + target + ": " + Failures.reason(e), e);
    } finally {
      destroying.unlock();
    }
  }

  /**
   * Makes a registry from an {@link #export}, with a new epoch: indexes of before are rebuilt. When
   * this throws, nothing is left of it.
   *
   * @param export the folder of the export
   * @param folder the data folder, new or empty
   * @param progress is told of each document
   * @throws RegistryException if the export is damaged or newer, or the folder is not empty
   */
  public static void importFrom(Path export, Path folder, Progress progress) {
    try {
      new Import(export, folder, progress).run();
    } catch (IOException | SQLException | UncheckedIOException | JdbiException e) {
      throw new RegistryException(
          "Không thể nhập " + export + " vào " + folder + ": " + Failures.reason(e), e);
    }
  }

  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    guarded(
        "đóng sổ đăng ký",
        () -> {
          writing.lock();
          try {
            originals.close();
            database.close();
            return true;
          } finally {
            if (folderLock.isPresent()) {
              folderLock.get().close();
            }
            writing.unlock();
          }
        });
  }

  private void refuseIfReadOnly() {
    if (folderLock.isEmpty()) {
      throw new RegistryException("Sổ đăng ký đang mở ở chế độ chỉ đọc, không ghi được.");
    }
  }

  /** Work that may fail for reasons of disk or database. */
  private interface Work<T> {
    T run() throws IOException, SQLException;
  }

  private <T> T guarded(String doing, Work<T> work) {
    try {
      return work.run();
    } catch (IOException | SQLException | UncheckedIOException | JdbiException e) {
      throw failures.of(doing, e);
    }
  }
}
