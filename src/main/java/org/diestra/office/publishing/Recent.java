package org.diestra.office.publishing;

import java.util.LinkedHashMap;
import java.util.function.Supplier;

/** Texts that many ask for and that cost something to make: the last used, up to a size. */
final class Recent {
  private final LinkedHashMap<String, String> kept = new LinkedHashMap<>(16, 0.75f, true);
  private final int most;
  private int size;

  /**
   * @param most characters of all together; a text of more than a fourth of that is not kept
   */
  Recent(int most) {
    this.most = most;
  }

  /** The one that was made for the key, or else now. Two at once may both make it. */
  String text(String key, Supplier<String> made) {
    synchronized (kept) {
      var there = kept.get(key);
      if (there != null) {
        return there;
      }
    }
    var fresh = made.get();
    if (fresh.length() <= most / 4) {
      keep(key, fresh);
    }
    return fresh;
  }

  private void keep(String key, String fresh) {
    synchronized (kept) {
      var before = kept.put(key, fresh);
      size += fresh.length() - (before == null ? 0 : before.length());
      var oldest = kept.entrySet().iterator();
      while (size > most) {
        size -= oldest.next().getValue().length();
        oldest.remove();
      }
    }
  }
}
