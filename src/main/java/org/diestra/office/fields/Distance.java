package org.diestra.office.fields;

import java.util.Arrays;

/** How many letters lie between two texts: Levenshtein's distance, looked for in a narrow band. */
final class Distance {
  private Distance() {}

  /** Whether at most so many letters have to be added, dropped or changed. */
  static boolean within(String one, String other, int most) {
    int[] a = one.codePoints().toArray();
    int[] b = other.codePoints().toArray();
    if (Math.abs(a.length - b.length) > most) {
      return false;
    }
    int far = most + 1;
    int[] before = new int[b.length + 1];
    for (int j = 0; j <= b.length; j++) {
      before[j] = Math.min(j, far);
    }
    for (int i = 1; i <= a.length; i++) {
      int[] now = new int[b.length + 1];
      Arrays.fill(now, far); // outside of the band nothing can come back within
      now[0] = Math.min(i, far);
      for (int j = Math.max(1, i - most); j <= Math.min(b.length, i + most); j++) {
        int changed = before[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
        now[j] = Math.min(far, Math.min(changed, 1 + Math.min(before[j], now[j - 1])));
      }
      before = now;
    }
    return before[b.length] <= most;
  }
}
