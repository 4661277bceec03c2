package org.diestra.office.carddav;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import org.diestra.OfficeDesk;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.programs.AppPasswords;
import org.diestra.platform.programs.Part;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A client and an assistant whose programs keep contacts, and their browsers beside. */
abstract class CarddavDesk extends OfficeDesk {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  @LocalServerPort int port;
  @Autowired AppPasswords passwords;
  Program mine;

  @BeforeEach
  @Override
  protected void aWorkspace() {
    super.aWorkspace();
    mine = program(owner);
  }

  Program program(Viewer viewer) {
    return new Program(viewer, passwords.of(viewer, Part.CONTACTS));
  }

  /** Somebody's program, and the book in its home. */
  final class Program {
    final Viewer viewer;
    final String password;

    Program(Viewer viewer, String password) {
      this.viewer = viewer;
      this.password = password;
    }

    String home() {
      return "/dav/contacts/" + viewer.id() + "/";
    }

    String book() {
      return home() + room + "/";
    }

    HttpResponse<String> ask(String method, String path, String body, String... headers)
        throws Exception {
      var sent = (viewer.email() + ":" + password).getBytes(StandardCharsets.UTF_8);
      var request =
          HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
              .method(
                  method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
              .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(sent));
      for (int i = 0; i < headers.length; i += 2) {
        request.header(headers[i], headers[i + 1]);
      }
      return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    String propfind(String path, String depth, String props) throws Exception {
      var answer =
          ask(
              "PROPFIND",
              path,
              "<D:propfind xmlns:D='DAV:' xmlns:C='urn:ietf:params:xml:ns:carddav'"
                  + " xmlns:S='http://calendarserver.org/ns/'><D:prop>"
                  + props
                  + "</D:prop></D:propfind>",
              "Depth",
              depth);
      assertThat(answer.statusCode()).as(path).isEqualTo(207);
      return answer.body();
    }

    HttpResponse<String> report(String name, String inner) throws Exception {
      boolean dav = name.equals("sync-collection");
      var body =
          "<%1$s:%2$s xmlns:D='DAV:' xmlns:C='urn:ietf:params:xml:ns:carddav'>%3$s</%1$s:%2$s>"
              .formatted(dav ? "D" : "C", name, inner);
      return ask("REPORT", book(), body, "Depth", "1", "Content-Type", "application/xml");
    }

    /** The names of those that a filter finds. */
    String query(String filter) throws Exception {
      var answer = report("addressbook-query", "<D:prop><D:getetag/></D:prop>" + filter);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(207);
      return answer.body();
    }

    HttpResponse<String> put(String name, String body, String... headers) throws Exception {
      return ask("PUT", book() + name, body, headers);
    }

    String get(String name) throws Exception {
      return ask("GET", book() + name, "").body();
    }

    Synced sync(String token, String more) throws Exception {
      var answer =
          report(
              "sync-collection",
              "<D:sync-token>"
                  + token
                  + "</D:sync-token><D:sync-level>1</D:sync-level>"
                  + more
                  + "<D:prop><D:getetag/></D:prop>");
      var found = Pattern.compile("sync-token>([^<]*)</D:sync-token").matcher(answer.body());
      return new Synced(answer.statusCode(), answer.body(), found.find() ? found.group(1) : "");
    }
  }

  record Synced(int status, String body, String token) {}

  static String card(String uid, String name, String lines) {
    return ("BEGIN:VCARD\nVERSION:3.0\nUID:%s\nFN:%s\nN:;%s;;;\n%s\nEND:VCARD\n"
            .formatted(uid, name, name, lines))
        .replace("\n\n", "\n")
        .replace("\n", "\r\n");
  }

  static String etag(HttpResponse<String> answer) {
    return answer.headers().firstValue("ETag").orElseThrow();
  }
}
