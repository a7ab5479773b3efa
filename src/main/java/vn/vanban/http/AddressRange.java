package vn.vanban.http;

import java.net.InetAddress;

/**
 * A range of IP addresses (RFC 4632, RFC 4291).
 *
 * @param prefix its first address
 * @param bits how many leading bits all of its addresses share with the first
 */
public record AddressRange(InetAddress prefix, int bits) {
  /** Refuses more bits than the address has. */
  public AddressRange {
    if (bits < 0 || bits > prefix.getAddress().length * 8) {
      throw new IllegalArgumentException("/" + bits);
    }
  }

  /**
   * Reads {@code 10.0.0.0/8} or a single address; asks no name server.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static AddressRange parse(String text) {
    int slash = text.indexOf('/');
    InetAddress prefix = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
    return new AddressRange(
        prefix,
        slash < 0 ? prefix.getAddress().length * 8 : Integer.parseInt(text.substring(slash + 1)));
  }

  boolean contains(InetAddress address) {
    byte[] mine = prefix.getAddress();
    byte[] other = address.getAddress();
    if (mine.length != other.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % 8);
      if (((mine[bit / 8] ^ other[bit / 8]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }
}
