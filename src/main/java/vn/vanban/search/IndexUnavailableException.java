package vn.vanban.search;

/** There is no index to answer from until it is rebuilt; the message says so in Vietnamese. */
public final class IndexUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public IndexUnavailableException() {
    super(
        "Chỉ mục đang được dựng lại nên chưa tìm được; tra theo số hoặc mã văn bản vẫn dùng được.");
  }
}
