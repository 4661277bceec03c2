package org.diestra.platform.blobs;

/** What somebody brings a file for; each but {@link #FILE} has its own {@link Limit}. */
public enum Purpose {
  /** A person's portrait. */
  PHOTO,
  /** Work shown to win a job. */
  SAMPLE,
  /** Something added to a message, a bid or a claim. */
  ATTACHMENT,
  /** Kept in a workspace's folders: any type, as large as its quota has room for. */
  FILE
}
