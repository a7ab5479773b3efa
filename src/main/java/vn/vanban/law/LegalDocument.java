package vn.vanban.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was read from one document. Absent values are absent, never guessed; what is doubtful
 * carries a warning of the same field name.
 *
 * @param kind what the file is to the document
 * @param number số, ký hiệu
 * @param type tên loại: one of {@link DocumentType}'s names, an attachment's own heading or a
 *     form's printed name
 * @param issuers cơ quan ban hành; several for joint documents
 * @param issued ngày ban hành
 * @param subject trích yếu, one line, as printed
 * @param signers several for joint documents
 * @param handling độ mật, độ khẩn, phạm vi lưu hành
 * @param effect when it has effect, as stated
 * @param panel what the page of a database says of it beside its text
 * @param legalBases căn cứ: numbers or names of the documents it rests on, in order
 * @param citations every reference, in reading order
 * @param relations what it does to others, from its wording
 * @param provisions in reading order, outer before inner
 * @param warnings in no particular order
 */
public record LegalDocument(
    DocumentKind kind,
    Optional<Reading<DocumentNumber>> number,
    Optional<Reading<String>> type,
    List<Reading<IssuingBody>> issuers,
    Optional<Reading<LocalDate>> issued,
    Optional<Reading<String>> subject,
    List<Reading<Signer>> signers,
    Handling handling,
    Effect effect,
    PortalPanel panel,
    List<Reading<String>> legalBases,
    List<Citation> citations,
    List<Relation> relations,
    List<Provision> provisions,
    List<Warning> warnings) {
  public LegalDocument {
    issuers = List.copyOf(issuers);
    signers = List.copyOf(signers);
    legalBases = List.copyOf(legalBases);
    citations = List.copyOf(citations);
    relations = List.copyOf(relations);
    provisions = List.copyOf(provisions);
    warnings = List.copyOf(warnings);
  }

  /** A document that stands by itself, without the panel of a database's page. */
  public LegalDocument(
      DocumentKind kind,
      Optional<Reading<DocumentNumber>> number,
      Optional<Reading<String>> type,
      List<Reading<IssuingBody>> issuers,
      Optional<Reading<LocalDate>> issued,
      Optional<Reading<String>> subject,
      List<Reading<Signer>> signers,
      Handling handling,
      Effect effect,
      List<Reading<String>> legalBases,
      List<Citation> citations,
      List<Relation> relations,
      List<Provision> provisions,
      List<Warning> warnings) {
    this(
        kind,
        number,
        type,
        issuers,
        issued,
        subject,
        signers,
        handling,
        effect,
        PortalPanel.NONE,
        legalBases,
        citations,
        relations,
        provisions,
        warnings);
  }

  /** The same document with further warnings after its own. */
  public LegalDocument withWarnings(List<Warning> further) {
    List<Warning> all = new ArrayList<>(warnings);
    all.addAll(further);
    return draft().warnings(all).build();
  }

  /** This document, some of whose fields are to be changed. */
  public DocumentDraft draft() {
    return new DocumentDraft(this);
  }

  /** A document of which only what identifies it and its provisions are known. */
  public static LegalDocument of(
      DocumentKind kind,
      Optional<Reading<DocumentNumber>> number,
      Optional<Reading<String>> type,
      List<Reading<IssuingBody>> issuers,
      Optional<Reading<LocalDate>> issued,
      Optional<Reading<String>> subject,
      List<Provision> provisions) {
    return new LegalDocument(
        kind,
        number,
        type,
        issuers,
        issued,
        subject,
        List.of(),
        Handling.NONE,
        Effect.UNSTATED,
        List.of(),
        List.of(),
        List.of(),
        provisions,
        List.of());
  }

  /** Ngày có hiệu lực as stated. */
  public Optional<Reading<LocalDate>> effective() {
    return effect.effective();
  }

  /** Joint values as one string, joined by {@code "; "}; empty where there are none. */
  public String issuerNames() {
    return String.join("; ", issuers.stream().map(r -> r.value().name()).toList());
  }

  /** Signers' names as one string, joined by {@code "; "}; empty where there are none. */
  public String signerNames() {
    return String.join("; ", signers.stream().map(r -> r.value().name()).toList());
  }

  /** Type and subject together ({@code Luật Dược}); what is known of them. */
  public String title() {
    String typeName = type.map(Reading::value).orElse("");
    String about = subject.map(Reading::value).orElse("");
    return (typeName + " " + about).strip();
  }
}
