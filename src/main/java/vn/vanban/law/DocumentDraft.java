package vn.vanban.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A document of which some fields are to be others; the rest stays as it is. */
public final class DocumentDraft {
  private final LegalDocument before;
  private DocumentKind kind;
  private Optional<Reading<DocumentNumber>> number;
  private Optional<Reading<String>> type;
  private List<Reading<IssuingBody>> issuers;
  private Optional<Reading<LocalDate>> issued;
  private Optional<Reading<String>> subject;
  private List<Reading<Signer>> signers;
  private Handling handling;
  private Effect effect;
  private PortalPanel panel;
  private List<Warning> warnings;

  DocumentDraft(LegalDocument before) {
    this.before = before;
    kind = before.kind();
    number = before.number();
    type = before.type();
    issuers = before.issuers();
    issued = before.issued();
    subject = before.subject();
    signers = before.signers();
    handling = before.handling();
    effect = before.effect();
    panel = before.panel();
    warnings = before.warnings();
  }

  /** With another {@link LegalDocument#kind}. */
  public DocumentDraft kind(DocumentKind other) {
    kind = other;
    return this;
  }

  /** With another {@link LegalDocument#number}. */
  public DocumentDraft number(Optional<Reading<DocumentNumber>> other) {
    number = other;
    return this;
  }

  /** With another {@link LegalDocument#type}. */
  public DocumentDraft type(Optional<Reading<String>> other) {
    type = other;
    return this;
  }

  /** With other {@link LegalDocument#issuers}. */
  public DocumentDraft issuers(List<Reading<IssuingBody>> others) {
    issuers = others;
    return this;
  }

  /** With another {@link LegalDocument#issued}. */
  public DocumentDraft issued(Optional<Reading<LocalDate>> other) {
    issued = other;
    return this;
  }

  /** With another {@link LegalDocument#subject}. */
  public DocumentDraft subject(Optional<Reading<String>> other) {
    subject = other;
    return this;
  }

  /** With other {@link LegalDocument#signers}. */
  public DocumentDraft signers(List<Reading<Signer>> others) {
    signers = others;
    return this;
  }

  /** With another {@link LegalDocument#handling}. */
  public DocumentDraft handling(Handling other) {
    handling = other;
    return this;
  }

  /** With another {@link LegalDocument#effect}. */
  public DocumentDraft effect(Effect other) {
    effect = other;
    return this;
  }

  /** With another {@link LegalDocument#panel}. */
  public DocumentDraft panel(PortalPanel other) {
    panel = other;
    return this;
  }

  /** With other {@link LegalDocument#warnings} in place of its own. */
  public DocumentDraft warnings(List<Warning> others) {
    warnings = others;
    return this;
  }

  /** The document with what was changed. */
  public LegalDocument build() {
    return new LegalDocument(
        kind,
        number,
        type,
        issuers,
        issued,
        subject,
        signers,
        handling,
        effect,
        panel,
        before.legalBases(),
        before.citations(),
        before.relations(),
        before.provisions(),
        warnings);
  }
}
