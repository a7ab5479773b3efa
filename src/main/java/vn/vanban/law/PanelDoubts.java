package vn.vanban.law;

import java.time.LocalDate;
import java.util.Optional;

/** What the page of a database says against a derived status; it never gives one by itself. */
record PanelDoubts(LegalDocument document) {
  void check(EffectFinding finding, LocalDate day) {
    PortalPanel panel = document.panel();
    Optional<LocalDate> own = document.effective().map(Reading::value);
    Optional<LocalDate> begins = panel.effective().map(Reading::value);
    if (own.isPresent() && begins.isPresent() && !own.equals(begins)) {
      finding.doubt("Trang nguồn ghi ngày có hiệu lực khác: " + begins.get());
    }
    Optional<LocalDate> ends = panel.expires().map(Reading::value);
    String printed = panel.status().map(s -> Names.fold(s.value())).orElse("");
    boolean ended = printed.startsWith("hết hiệu lực") && !printed.contains("một phần");
    boolean past = ends.map(e -> !day.isBefore(e)).orElse(ended);
    EffectStatus status = finding.status();
    if (past && (status == EffectStatus.IN_FORCE || status == EffectStatus.PARTLY)) {
      finding.doubt("Trang nguồn ghi văn bản đã hết hiệu lực");
      finding.unknown(
          "Không thấy văn bản nào làm hết hiệu lực, nhưng trang nguồn ghi đã hết hiệu lực"
              + ends.map(e -> " từ " + e).orElse(""));
    }
    boolean lasts = printed.startsWith("còn hiệu lực") || ends.map(day::isBefore).orElse(false);
    if (status == EffectStatus.EXPIRED && lasts) {
      finding.doubt("Trang nguồn ghi văn bản còn hiệu lực");
    }
  }
}
