package vn.vanban.law;

/**
 * A body that issues documents (cơ quan ban hành).
 *
 * @param name its full name in reading form: {@code Ủy ban nhân dân tỉnh Gia Lai}
 */
public record IssuingBody(String name) {}
