package org.diestra.platform.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class GzipTests {
  @Test
  void whatWasPackedIsUnpackedByOthers() throws IOException {
    for (int lines : new int[] {0, 1, 40, 20_000, 7}) {
      var page = "<p>Lucía busca a quien asista · año %d</p>\n".formatted(lines).repeat(lines);
      var packed = Gzip.of(page.getBytes(UTF_8));
      try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(packed))) {
        assertThat(new String(unpacked.readAllBytes(), UTF_8)).isEqualTo(page);
      }
      assertThat(packed.length).isLessThan(Math.max(100, page.length() / 4));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate, gzip;q=0.5", "br;q=1.0, GZIP ; q=1", "gzip;q=0.001"})
  void aBrowserThatTakesItGetsIt(String coding) {
    assertThat(Gzip.fits(taking(coding), 1000)).isTrue();
    assertThat(Gzip.fits(taking(coding), 100)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "identity", "gzip;q=0", "gzip;q=0.000", "br, deflate", "xgzip", "gzip;q"})
  void whoeverDoesNotGetsThePageAsItIs(String coding) {
    assertThat(Gzip.fits(taking(coding), 1000)).isFalse();
  }

  private static MockHttpServletRequest taking(String coding) {
    var request = new MockHttpServletRequest();
    request.addHeader("Accept-Encoding", coding);
    return request;
  }
}
