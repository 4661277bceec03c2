package org.diestra.platform.blobs;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.MultipartConfigElement;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.diestra.HouseTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

@HouseTest
class UploadTests {
  @LocalServerPort private int port;
  @Autowired private Shelf shelf;
  @Autowired private MultipartConfigElement multipart;

  @Test
  void whatABrowserSendsGoesToTheDiskBesideTheShelf() {
    assertThat(Path.of(multipart.getLocation())).isAbsolute().isEqualTo(shelf.parts().folder());
    assertThat(multipart.getFileSizeThreshold()).isLessThan(100_000);
  }

  /** Only the beginning is sent: an answer shows that the rest was not waited for. */
  @Test
  void aGuestsGigabyteIsAnsweredWithAPageAndNotRead() throws Exception {
    var answer = send("Content-Length: 900000000", "--b\r\nContent-Disposition: form-data", "<h1");

    assertThat(answer).startsWith("HTTP/1.1 413").contains("<h1");
    assertThat(shelf.parts().folder()).isEmptyDirectory();
  }

  @Test
  void aFormThatDoesNotSayHowLongItIsIsNotRead() throws Exception {
    var answer = send("Transfer-Encoding: chunked", "5\r\n--b\r\n\r\n", "\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 411");
  }

  @Test
  void whoIsSignedInMaySendALargeFileButNotAnyLargeOne() throws Exception {
    assertThat(status(900_000_000L, true)).isEqualTo(200);
    assertThat(status(1_200_000_000L, true)).isEqualTo(413);
    assertThat(status(900_000_000L, false)).isEqualTo(413);
    assertThat(status(2_000_000L, false)).isEqualTo(200);
  }

  @Test
  void nobodyFillsTheDisk() throws Exception {
    var small =
        new Disk() {
          @Override
          long free(Path folder) {
            return 1_000_000_000L;
          }
        };
    var gate = new UploadGate(shelf, small, 500_000_000);

    assertThat(status(gate, 400_000_000L, true)).isEqualTo(200);
    assertThat(status(gate, 600_000_000L, true)).isEqualTo(503);
  }

  private int status(long length, boolean signedIn) throws Exception {
    return status(new UploadGate(shelf, new Disk(), 0), length, signedIn);
  }

  private static int status(UploadGate gate, long length, boolean signedIn) throws Exception {
    var request =
        new MockHttpServletRequest("POST", "/x") {
          @Override
          public long getContentLengthLong() {
            return length;
          }
        };
    request.setContentType("multipart/form-data; boundary=b");
    if (signedIn) {
      request
          .getSession()
          .setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, "x");
    }
    var response = new MockHttpServletResponse();
    gate.doFilter(request, response, new MockFilterChain());
    return response.getStatus();
  }

  /** Reads no further than the given text: how the server hangs up is its own affair. */
  private String send(String header, String body, String until) throws IOException {
    try (var socket = new Socket("localhost", port)) {
      socket.setSoTimeout(60_000);
      var request =
          "POST /theme HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\n"
              + "Content-Type: multipart/form-data; boundary=b\r\n"
              + header
              + "\r\n\r\n"
              + body;
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      var answer = new StringBuilder();
      var in = new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8);
      for (int c = in.read(); c >= 0; c = in.read()) {
        answer.append((char) c);
        if (answer.length() >= until.length()
            && answer.indexOf(until, answer.length() - until.length()) >= 0) {
          break;
        }
      }
      return answer.toString();
    }
  }
}
