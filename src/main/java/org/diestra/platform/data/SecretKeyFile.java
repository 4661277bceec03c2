package org.diestra.platform.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Where the house's key comes from: {@code DIESTRA_SECRET_KEY}, or else a file in the data folder
 * that is made once and that nobody but this account may read. Without it what is sealed stays
 * shut, so every backup has it.
 */
@Configuration(proxyBeanMethods = false)
class SecretKeyFile {
  static final String NAME = "secret.key";
  private static final int BYTES = 32;

  @Bean
  static Seal seal(
      @Value("${diestra.secret-key}") String given, @Value("${diestra.data}") Path data) {
    return new Seal(given.isEmpty() ? in(data) : key(given));
  }

  /**
   * The key of that folder, made if there is none.
   *
   * @throws CannotStart if it can't be read or is no key; it is never made anew over another
   */
  static SecretKey in(Path data) {
    var file = data.resolve(NAME);
    try {
      if (!Files.exists(file)) {
        make(data, file);
      }
      return key(Files.readString(file, StandardCharsets.US_ASCII).strip());
    } catch (IOException | IllegalArgumentException e) {
      throw new CannotStart(
          file + " is no key: bring back the one from the backup, or set DIESTRA_SECRET_KEY.", e);
    }
  }

  /** Whole or not at all, and the first of two who make one wins. */
  private static void make(Path data, Path file) throws IOException {
    var bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    var text = Base64.getEncoder().encodeToString(bytes) + "\n";
    var fresh =
        Files.createTempFile(
            data,
            NAME,
            ".new",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (var out = FileChannel.open(fresh, Set.of(StandardOpenOption.WRITE))) {
      var content = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
      while (content.hasRemaining()) {
        out.write(content);
      }
      out.force(true);
      Files.createLink(file, fresh);
    } catch (FileAlreadyExistsException another) {
      // the other's key is as good
      return;
    } finally {
      Files.delete(fresh);
    }
  }

  private static SecretKey key(String base64) {
    var bytes = Base64.getDecoder().decode(base64);
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("a key has " + BYTES + " bytes");
    }
    return new SecretKeySpec(bytes, "AES");
  }
}
