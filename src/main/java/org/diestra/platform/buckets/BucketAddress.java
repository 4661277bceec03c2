package org.diestra.platform.buckets;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a bucket is and who asks: {@code s3://KEY:SECRET@host[:port]/bucket[/prefix][?region=R]},
 * or {@code s3+http://…} for a store on the operator's own network that has no certificate. Key and
 * secret are percent-encoded where they hold {@code / : @}; without them the SDK's usual places are
 * asked (environment, profile, the machine's role).
 *
 * @param endpoint the store itself, http or https
 * @param prefix empty, or what all keys begin with, ending with a slash
 */
public record BucketAddress(
    URI endpoint,
    String region,
    String bucket,
    String prefix,
    @Nullable String key,
    @Nullable String secret) {
  private static final String USUAL_REGION = "us-east-1"; // what stores without regions expect

  /** Amazon S3 User Guide, "General purpose bucket naming rules". */
  private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");

  private static final Pattern PREFIX =
      Pattern.compile("([A-Za-z0-9_-][A-Za-z0-9._-]{0,99}/){0,8}");
  private static final Pattern REGION = Pattern.compile("region=([a-z0-9-]{1,40})");

  /** Never its secret. */
  @Override
  public String toString() {
    return endpoint + "/" + bucket + "/" + prefix;
  }

  /** Empty where it is not such an address. */
  public static Optional<BucketAddress> read(String text) {
    try {
      return read(URI.create(text));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private static Optional<BucketAddress> read(URI address) {
    var scheme = String.valueOf(address.getScheme());
    var path = address.getRawPath() == null ? "" : address.getRawPath().replaceFirst("^/", "");
    int slash = path.indexOf('/');
    var bucket = slash < 0 ? path : path.substring(0, slash);
    var rest = slash < 0 ? "" : path.substring(slash + 1);
    var prefix = rest.isEmpty() || rest.endsWith("/") ? rest : rest + "/";
    var region = REGION.matcher(address.getRawQuery() == null ? "" : address.getRawQuery());
    boolean fine =
        (scheme.equals("s3") || scheme.equals("s3+http"))
            && address.getHost() != null
            && address.getRawFragment() == null
            && BUCKET.matcher(bucket).matches()
            && PREFIX.matcher(prefix).matches()
            && (address.getRawQuery() == null || region.matches());
    if (!fine) {
      return Optional.empty();
    }
    var user = address.getRawUserInfo();
    int colon = user == null ? -1 : user.indexOf(':');
    if (user != null && (colon < 1 || colon == user.length() - 1)) {
      return Optional.empty();
    }
    var port = address.getPort() < 0 ? "" : ":" + address.getPort();
    return Optional.of(
        new BucketAddress(
            URI.create((scheme.equals("s3") ? "https://" : "http://") + address.getHost() + port),
            address.getRawQuery() == null ? USUAL_REGION : String.valueOf(region.group(1)),
            bucket,
            prefix,
            user == null ? null : decoded(user.substring(0, colon)),
            user == null ? null : decoded(user.substring(colon + 1))));
  }

  /** A plus sign is itself here: secrets hold some. */
  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
