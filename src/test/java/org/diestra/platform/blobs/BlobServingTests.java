package org.diestra.platform.blobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import org.diestra.HouseTest;
import org.diestra.platform.base.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@HouseTest
class BlobServingTests {
  private static final byte[] SOUND = SampleFiles.bytes("ID3\3\0\0\0\0\0\0and then the music");

  @Autowired private Blobs blobs;
  @Autowired private BlobServing serving;

  private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/x");
  private final MockHttpServletResponse response = new MockHttpServletResponse();

  @Test
  void aFileIsAnsweredWholeWithItsTypeAndKeptByTheBrowser() throws Exception {
    var blob = store(SOUND, "canción.mp3");

    serving.show(blob, request, response);

    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(response.getContentAsByteArray()).isEqualTo(SOUND);
    assertThat(response.getContentType()).isEqualTo("audio/mpeg");
    assertThat(response.getContentLength()).isEqualTo(SOUND.length);
    assertThat(response.getHeader("Accept-Ranges")).isEqualTo("bytes");
    assertThat(response.getHeader("ETag")).isEqualTo("\"" + blob.sha256() + "\"");
    assertThat(response.getHeader("Cache-Control"))
        .isEqualTo("private, max-age=31536000, immutable");
    assertThat(response.getHeader("Content-Disposition"))
        .isEqualTo("inline; filename=\"cancion.mp3\"; filename*=UTF-8''canci%C3%B3n.mp3");
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-2, 0, 3",
    "bytes=5-, 5, 28",
    "bytes=-5, 23, 28",
    "bytes=20-999, 20, 28",
  })
  void aRangeIsAnsweredAlone(String range, int from, int to) throws Exception {
    request.addHeader("Range", range);

    serving.show(store(SOUND, "a.mp3"), request, response);

    assertThat(response.getStatus()).isEqualTo(206);
    assertThat(response.getHeader("Content-Range"))
        .isEqualTo("bytes %d-%d/28".formatted(from, to - 1));
    assertThat(response.getContentAsByteArray())
        .isEqualTo(java.util.Arrays.copyOfRange(SOUND, from, to));
  }

  @Test
  void aRangeBeyondTheEndIsRefused() throws Exception {
    request.addHeader("Range", "bytes=100-200");

    serving.show(store(SOUND, "a.mp3"), request, response);

    assertThat(response.getStatus()).isEqualTo(416);
    assertThat(response.getHeader("Content-Range")).isEqualTo("bytes */28");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=0-1,3-4", "lines=1-2", "bytes=9-2", "bytes=x"})
  void whatIsNoSingleRangeIsAnsweredWhole(String range) throws Exception {
    request.addHeader("Range", range);

    serving.show(store(SOUND, "a.mp3"), request, response);

    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(response.getContentAsByteArray()).isEqualTo(SOUND);
  }

  @Test
  void aRangeOfOtherBytesIsAnsweredWhole() throws Exception {
    request.addHeader("Range", "bytes=0-2");
    request.addHeader("If-Range", "\"something else\"");

    serving.show(store(SOUND, "a.mp3"), request, response);

    assertThat(response.getStatus()).isEqualTo(200);
  }

  @Test
  void whatTheBrowserHasIsNotSentAgain() throws Exception {
    var blob = store(SOUND, "a.mp3");
    request.addHeader("If-None-Match", "\"" + blob.sha256() + "\"");

    serving.showCurrent(blob, request, response);

    assertThat(response.getStatus()).isEqualTo(304);
    assertThat(response.getContentAsByteArray()).isEmpty();
    assertThat(response.getHeader("Cache-Control")).isEqualTo("private, no-cache");
  }

  @Test
  void aHeadHasNoBody() throws Exception {
    request.setMethod("HEAD");

    serving.show(store(SOUND, "a.mp3"), request, response);

    assertThat(response.getContentLength()).isEqualTo(SOUND.length);
    assertThat(response.getContentAsByteArray()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "drawing.svg, <svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
    "page.html, <html><script>alert(1)</script></html>",
    "data.xml, <?xml version='1.0'?><a/>",
  })
  void whatCouldRunIsOnlySavedAndIsPlainText(String name, String content) throws Exception {
    serving.show(store(SampleFiles.bytes(content), name), request, response);

    assertThat(response.getContentType()).isEqualTo("text/plain;charset=UTF-8");
    assertThat(response.getHeader("Content-Disposition")).startsWith("attachment;");
    assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(response.getHeader("Content-Security-Policy"))
        .isEqualTo("default-src 'none'; sandbox");
  }

  @Test
  void aTextIsShownInTheLettersItWasWrittenIn() throws Exception {
    serving.show(
        store("mañana y café".getBytes(Charset.forName("windows-1252")), "a.txt"),
        request,
        response);

    assertThat(response.getContentType()).isEqualTo("text/plain;charset=windows-1252");
    assertThat(response.getHeader("Content-Disposition")).startsWith("inline;");
  }

  private Blob store(byte[] content, String name) throws IOException {
    return blobs
        .store(new ByteArrayInputStream(content), Purpose.SAMPLE, name, Ids.fresh())
        .orFail();
  }
}
