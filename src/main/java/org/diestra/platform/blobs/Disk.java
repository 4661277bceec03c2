package org.diestra.platform.blobs;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The few things asked of a disk that can fail for want of room; tests put a full one in place. */
class Disk {
  /** A new, empty file to be written. */
  FileChannel create(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  /** A file that is written on, made where it is not there. */
  FileChannel open(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  /** Bytes still free where the folder lies. */
  long free(Path folder) throws IOException {
    return Files.getFileStore(folder).getUsableSpace();
  }
}
