package org.diestra.platform.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.springframework.util.FileSystemUtils;

/** PostgreSQL's programs, unpacked once into the data folder: nobody else can put theirs there. */
final class Binaries {
  private Binaries() {}

  /** The folder with bin, lib and share. */
  static Path in(Path home) throws IOException {
    var archive = archive();
    var ready = home.resolve("programs-" + fingerprint(archive));
    if (!Files.isDirectory(ready)) {
      var half = home.resolve("new-" + UUID.randomUUID());
      unpack(archive, half);
      Files.move(half, ready, StandardCopyOption.ATOMIC_MOVE);
    }
    return ready;
  }

  private static URL archive() {
    var name = "postgres-%s-%s.txz".formatted(Machine.system(), Machine.processor());
    var found = Binaries.class.getResource("/" + name);
    if (found == null) {
      throw new CannotStart(
          "There is no PostgreSQL for this kind of machine (%s %s); set DIESTRA_DATABASE_URL."
              .formatted(Machine.system(), Machine.processor()));
    }
    return found;
  }

  /** Another version has another checksum, which the jar's directory knows without reading it. */
  private static String fingerprint(URL archive) throws IOException {
    var entry = ((JarURLConnection) archive.openConnection()).getJarEntry();
    return Long.toHexString(Objects.requireNonNull(entry).getCrc());
  }

  private static void unpack(URL archive, Path target) throws IOException {
    try (var tar =
        new TarArchiveInputStream(
            new XZCompressorInputStream(new BufferedInputStream(archive.openStream())))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        write(tar, entry, target.resolve(entry.getName()).normalize());
      }
      open(target);
    } catch (IOException | RuntimeException e) {
      FileSystemUtils.deleteRecursively(target);
      throw e;
    }
  }

  private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path file)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(file);
      return;
    }
    var folder = file.getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
    } else {
      Files.copy(tar, file);
      Files.setPosixFilePermissions(file, permissions(entry.getMode() & 0755));
    }
  }

  /** Whatever our umask is, the server's account must get in. */
  private static void open(Path target) throws IOException {
    try (var folders = Files.walk(target)) {
      for (var folder : folders.filter(each -> Files.isDirectory(each)).toList()) {
        Files.setPosixFilePermissions(folder, permissions(0755));
      }
    }
  }

  /** From the usual octal number: the enum's order is that of the bits, from the left. */
  static Set<PosixFilePermission> permissions(int mode) {
    var all = PosixFilePermission.values();
    var set = EnumSet.noneOf(PosixFilePermission.class);
    for (int i = 0; i < all.length; i++) {
      if ((mode & (1 << (all.length - 1 - i))) != 0) {
        set.add(all[i]);
      }
    }
    return set;
  }
}
