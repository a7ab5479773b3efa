package vn.vanban.lucene;

import java.util.Arrays;
import org.apache.lucene.util.BytesRef;

/**
 * Distinct terms and how often each counts, in the order of their first occurrence. The bytes stay
 * where they are. To be filled again and again by one thread.
 */
final class TermCounts {
  private byte[][] bytes = new byte[256][];
  private int[] starts = new int[256];
  private int[] lengths = new int[256];
  private int[] hashes = new int[256];
  private int[] counts = new int[256];

  /** Places of terms by hash, plus one; a power of two long, never more than half full. */
  private int[] table = new int[1024];

  private int size;

  /** Forgets all terms. */
  void clear() {
    Arrays.fill(table, 0);
    size = 0;
  }

  /** Counts a term {@code times} more; its bytes must not change until this is cleared. */
  void add(byte[] from, int start, int length, int times) {
    int hash = hash(from, start, length);
    int slot = hash & (table.length - 1);
    while (table[slot] != 0) {
      int place = table[slot] - 1;
      if (hashes[place] == hash
          && Arrays.equals(
              bytes[place],
              starts[place],
              starts[place] + lengths[place],
              from,
              start,
              start + length)) {
        counts[place] += times;
        return;
      }
      slot = (slot + 1) & (table.length - 1);
    }
    if (size == starts.length) {
      grow();
      slot = free(hash);
    }
    table[slot] = size + 1;
    bytes[size] = from;
    starts[size] = start;
    lengths[size] = length;
    hashes[size] = hash;
    counts[size++] = times;
  }

  private void grow() {
    bytes = Arrays.copyOf(bytes, 2 * size);
    starts = Arrays.copyOf(starts, 2 * size);
    lengths = Arrays.copyOf(lengths, 2 * size);
    hashes = Arrays.copyOf(hashes, 2 * size);
    counts = Arrays.copyOf(counts, 2 * size);
    table = new int[2 * table.length];
    for (int place = 0; place < size; place++) {
      table[free(hashes[place])] = place + 1;
    }
  }

  private int free(int hash) {
    int slot = hash & (table.length - 1);
    while (table[slot] != 0) {
      slot = (slot + 1) & (table.length - 1);
    }
    return slot;
  }

  private static int hash(byte[] bytes, int start, int length) {
    int hash = length;
    for (int i = start; i < start + length; i++) {
      hash = 31 * hash + bytes[i];
    }
    hash *= 0x9E3779B9;
    return hash ^ (hash >>> 15);
  }

  int size() {
    return size;
  }

  /** Points to a term. */
  void term(int place, BytesRef into) {
    into.bytes = bytes[place];
    into.offset = starts[place];
    into.length = lengths[place];
  }

  int count(int place) {
    return counts[place];
  }
}
