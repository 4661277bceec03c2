package org.diestra.platform.buckets;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BucketAddressTests {
  @Test
  void anAddressNamesStoreBucketAndWhoAsks() {
    var address =
        BucketAddress.read(
                "s3://AKIA1:a%2Fb+c%40d@s3.eu-west-1.amazonaws.com/my.files/house?region=eu-west-1")
            .orElseThrow();

    assertThat(address.endpoint()).isEqualTo(URI.create("https://s3.eu-west-1.amazonaws.com"));
    assertThat(address.bucket()).isEqualTo("my.files");
    assertThat(address.prefix()).isEqualTo("house/");
    assertThat(address.region()).isEqualTo("eu-west-1");
    assertThat(address.key()).isEqualTo("AKIA1");
    assertThat(address.secret()).isEqualTo("a/b+c@d");
    assertThat(address.toString()).doesNotContain("a/b").doesNotContain("AKIA1");
  }

  @Test
  void aStoreOfOnesOwnMayBeWithoutCertificateAndKey() {
    var address = BucketAddress.read("s3+http://10.0.0.7:9000/files").orElseThrow();

    assertThat(address.endpoint()).isEqualTo(URI.create("http://10.0.0.7:9000"));
    assertThat(address.prefix()).isEmpty();
    assertThat(address.key()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "s3://bucket",
        "s3://host/",
        "s3://host/Bucket",
        "s3://key@host/bucket",
        "s3://:secret@host/bucket",
        "s3://host/bucket/../other",
        "s3://host/bucket/a b",
        "s3://host/bucket?zone=eu",
        "https://host/bucket",
        "s3://host/bucket#part"
      })
  void whatNamesNoBucketIsNone(String text) {
    assertThat(BucketAddress.read(text)).isEmpty();
  }
}
