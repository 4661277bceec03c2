package org.diestra.platform.blobs;

/** How much a sweep took away: dead uploads, files without a reference, bytes without a file. */
public record Swept(int parts, int files, int contents) {}
