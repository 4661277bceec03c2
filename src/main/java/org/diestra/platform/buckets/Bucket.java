package org.diestra.platform.buckets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.OptionalLong;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * A bucket. Every call asks the store, over the network: none belongs in a transaction that holds
 * what others wait for, but {@link #size}. All throw {@link IOException} where the store does not
 * answer or refuses.
 */
public final class Bucket implements AutoCloseable {
  /** What is longer goes up in pieces of that many bytes, one at a time; the store joins them. */
  static final long PIECE = 64L << 20;

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration SILENCE = Duration.ofSeconds(30);

  /** All of a question that moves no bytes, its repetitions included: a lock may be held. */
  private static final Duration QUESTION = Duration.ofSeconds(10);

  private static final String BYTES = "application/octet-stream";
  private final BucketAddress address;
  private final S3Client client;
  private final long piece;
  private final Duration question;

  private Bucket(BucketAddress address, long piece, Duration question) {
    this.address = address;
    this.piece = piece;
    this.question = question;
    this.client =
        S3Client.builder()
            .endpointOverride(address.endpoint())
            .region(Region.of(address.region()))
            .credentialsProvider(credentials(address))
            .forcePathStyle(true) // what every store knows, whatever its names
            // stores of others do not know the checksums that Amazon added
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .httpClientBuilder(
                UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(SILENCE))
            .build();
  }

  /**
   * Opens it and sees that it is there and answers.
   *
   * @throws IOException where it does not, with what the store says
   */
  public static Bucket open(BucketAddress address) throws IOException {
    return open(address, PIECE, QUESTION);
  }

  static Bucket open(BucketAddress address, long piece, Duration question) throws IOException {
    var bucket = new Bucket(address, piece, question);
    boolean answers = false;
    try {
      bucket.now();
      answers = true;
      return bucket;
    } finally {
      if (!answers) {
        bucket.close();
      }
    }
  }

  private static AwsCredentialsProvider credentials(BucketAddress address) {
    return address.key() == null || address.secret() == null
        ? DefaultCredentialsProvider.builder().build()
        : StaticCredentialsProvider.create(
            AwsBasicCredentials.create(address.key(), address.secret()));
  }

  /** The store's own time, by which it dates what it keeps. */
  public Instant now() throws IOException {
    var date =
        ask(() ->
                client.headBucket(
                    b -> b.bucket(address.bucket()).overrideConfiguration(this::soon)))
            .sdkHttpResponse()
            .firstMatchingHeader("Date")
            .orElse("");
    try {
      return ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeParseException e) {
      throw new IOException("the store does not say what time it is", e);
    }
  }

  /** How long what lies there is, in bytes; empty where nothing does. */
  public OptionalLong size(String key) throws IOException {
    try {
      return OptionalLong.of(
          client
              .headObject(
                  b -> b.bucket(address.bucket()).key(named(key)).overrideConfiguration(this::soon))
              .contentLength());
    } catch (NoSuchKeyException e) {
      return OptionalLong.empty();
    } catch (SdkException e) {
      throw failed(e);
    }
  }

  /** Puts a file there, whole or not at all, over what there is. The store checks what arrives. */
  public void put(Path file, String key) throws IOException {
    if (Files.size(file) > piece) {
      putInPieces(file, key);
    } else {
      var md5 = md5(file, 0, piece);
      ask(() ->
          client.putObject(
              b -> b.bucket(address.bucket()).key(named(key)).contentType(BYTES).contentMD5(md5),
              RequestBody.fromFile(file)));
    }
  }

  /** What every store compares an upload with (RFC 1864); read twice, as it goes in the head. */
  private static String md5(Path file, long from, long length) throws IOException {
    try (var in = new Slice(file, from, length)) {
      var digest = MessageDigest.getInstance("MD5");
      var buffer = new byte[1 << 16];
      for (int n; (n = in.read(buffer)) > 0; ) {
        digest.update(buffer, 0, n);
      }
      return Base64.getEncoder().encodeToString(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private void putInPieces(Path file, String key) throws IOException {
    long size = Files.size(file);
    var upload =
        ask(() ->
                client.createMultipartUpload(
                    b -> b.bucket(address.bucket()).key(named(key)).contentType(BYTES)))
            .uploadId();
    boolean whole = false;
    try {
      var done = new ArrayList<CompletedPart>();
      for (long from = 0; from < size; from += piece) {
        done.add(put(file, key, upload, done.size() + 1, from, Math.min(piece, size - from)));
      }
      ask(() ->
          client.completeMultipartUpload(b ->
              b.bucket(address.bucket())
                  .key(named(key))
                  .uploadId(upload)
                  .multipartUpload(parts -> parts.parts(done))));
      whole = true;
    } finally {
      if (!whole) {
        drop(key, upload);
      }
    }
  }

  private CompletedPart put(
      Path file, String key, String upload, int number, long from, long length) throws IOException {
    var md5 = md5(file, from, length);
    var body = RequestBody.fromContentProvider(() -> new Slice(file, from, length), length, BYTES);
    var tag =
        ask(() ->
                client.uploadPart(
                    b ->
                        b.bucket(address.bucket())
                            .key(named(key))
                            .uploadId(upload)
                            .partNumber(number)
                            .contentMD5(md5),
                    body))
            .eTag();
    return CompletedPart.builder().partNumber(number).eTag(tag).build();
  }

  /** What does not come to its end would lie there unseen, and cost. */
  private void drop(String key, String upload) {
    try {
      client.abortMultipartUpload(b -> b.bucket(address.bucket()).key(named(key)).uploadId(upload));
    } catch (SdkException gone) {
      // whatever hindered the upload hinders this; stores are told to forget such after some days
    }
  }

  /**
   * What lies there, from a byte on; to be closed.
   *
   * @param from 0 or more, and less than its length unless that is 0
   * @throws NoSuchFileException where nothing lies there
   */
  public InputStream open(String key, long from) throws IOException {
    try {
      var in =
          client.getObject(b -> {
            b.bucket(address.bucket()).key(named(key));
            if (from > 0) {
              b.range("bytes=" + from + "-");
            }
          });
      return new Told(in);
    } catch (NoSuchKeyException e) {
      throw new NoSuchFileException(key);
    } catch (SdkException e) {
      throw failed(e);
    }
  }

  /** Nothing happens where nothing lies there. */
  public void remove(String key) throws IOException {
    ask(() ->
        client.deleteObject(
            b -> b.bucket(address.bucket()).key(named(key)).overrideConfiguration(this::soon)));
  }

  /** Tells every key whose bytes were put there before this instant, in the order of the keys. */
  public void eachOlderThan(Instant before, Consumer<String> told) throws IOException {
    try {
      client
          .listObjectsV2Paginator(b -> b.bucket(address.bucket()).prefix(address.prefix()))
          .contents()
          .stream()
          .filter(object -> object.lastModified().isBefore(before))
          .map(object -> object.key().substring(address.prefix().length()))
          .forEach(told);
    } catch (SdkException e) {
      throw failed(e);
    }
  }

  private void soon(AwsRequestOverrideConfiguration.Builder how) {
    how.apiCallTimeout(question);
  }

  private String named(String key) {
    return address.prefix() + key;
  }

  private interface Call<T> {
    T make();
  }

  private static <T> T ask(Call<T> call) throws IOException {
    try {
      return call.make();
    } catch (SdkException e) {
      throw failed(e);
    }
  }

  /** Without the numbers of the request, which say something to the store's people alone. */
  private static IOException failed(SdkException e) {
    return e instanceof S3Exception s3 && s3.awsErrorDetails() != null
        ? new IOException(
            s3.statusCode() + " " + String.valueOf(s3.awsErrorDetails().errorCode()), e)
        : new IOException(String.valueOf(e.getMessage()).lines().findFirst().orElse(""), e);
  }

  @Override
  public void close() {
    client.close();
  }
}
