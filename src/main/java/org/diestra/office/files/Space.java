package org.diestra.office.files;

/**
 * The room of a workspace, in bytes.
 *
 * @param used by all versions, and by what lies in the trash
 * @param coming that uploads will weigh which are not whole yet
 * @param quota more than 0
 */
record Space(long used, long coming, long quota) {
  long left() {
    return Math.max(0, quota - used - coming);
  }

  /** Of a hundred, at most a hundred. */
  int percent() {
    return (int) Math.min(100, Math.ceilDiv(used * 100, quota));
  }

  String usedText() {
    return Sizes.text(used);
  }

  String comingText() {
    return Sizes.text(coming);
  }

  String quotaText() {
    return Sizes.text(quota);
  }
}
