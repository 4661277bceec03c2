package org.diestra.office.caldav;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
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

/** A client and an assistant whose programs keep calendars, and their browsers beside. */
abstract class CaldavDesk extends OfficeDesk {
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
    return new Program(viewer, passwords.of(viewer, Part.CALENDARS));
  }

  /** Somebody's program, with its home. */
  final class Program {
    final Viewer viewer;
    final String password;

    Program(Viewer viewer, String password) {
      this.viewer = viewer;
      this.password = password;
    }

    String home() {
      return "/dav/calendars/" + viewer.id() + "/";
    }

    HttpResponse<String> ask(String method, String path, String body, String... headers)
        throws Exception {
      var sent = viewer.email() + ":" + password;
      var request =
          HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
              .method(
                  method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
              .header(
                  "Authorization",
                  "Basic "
                      + Base64.getEncoder().encodeToString(sent.getBytes(StandardCharsets.UTF_8)));
      for (int i = 0; i < headers.length; i += 2) {
        request.header(headers[i], headers[i + 1]);
      }
      return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    /** A line that takes little at a time, from which the answer is to be read; it ends it. */
    InputStream line(String method, String path, String body) throws IOException {
      var socket = new Socket();
      socket.setReceiveBufferSize(8_192);
      socket.connect(new InetSocketAddress("localhost", port));
      var sent = (viewer.email() + ":" + password).getBytes(StandardCharsets.UTF_8);
      var bytes = body.getBytes(StandardCharsets.UTF_8);
      var head =
          "%s %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Basic %s\r\n"
                  .formatted(method, path, Base64.getEncoder().encodeToString(sent))
              + "Content-Length: %d\r\n\r\n".formatted(bytes.length);
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().write(bytes);
      return socket.getInputStream();
    }

    String propfind(String path, String depth, String props) throws Exception {
      var answer =
          ask(
              "PROPFIND",
              path,
              "<D:propfind xmlns:D='DAV:' xmlns:C='urn:ietf:params:xml:ns:caldav'"
                  + " xmlns:S='http://calendarserver.org/ns/' xmlns:A='http://apple.com/ns/ical/'>"
                  + "<D:prop>"
                  + props
                  + "</D:prop></D:propfind>",
              "Depth",
              depth);
      assertThat(answer.statusCode()).as(path).isEqualTo(207);
      return answer.body();
    }

    HttpResponse<String> report(String path, String name, String inner) throws Exception {
      boolean dav = name.equals("sync-collection");
      var body =
          "<%1$s:%2$s xmlns:D='DAV:' xmlns:C='urn:ietf:params:xml:ns:caldav'>%3$s</%1$s:%2$s>"
              .formatted(dav ? "D" : "C", name, inner);
      return ask("REPORT", path, body, "Depth", "1", "Content-Type", "application/xml");
    }

    /** A calendar of one's own. */
    String calendar(String name) throws Exception {
      assertThat(ask("MKCALENDAR", home() + name + "/", "").statusCode()).isEqualTo(201);
      return home() + name + "/";
    }

    HttpResponse<String> put(String path, String body, String... headers) throws Exception {
      return ask("PUT", path, body, headers);
    }

    String get(String path) throws Exception {
      return ask("GET", path, "").body();
    }

    Synced sync(String path, String token) throws Exception {
      return sync(path, token, "");
    }

    Synced sync(String path, String token, String more) throws Exception {
      var answer =
          report(
              path,
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

  static String event(String uid, String lines) {
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\nBEGIN:VEVENT\r\nUID:"
        + uid
        + "\r\nDTSTAMP:20260101T000000Z\r\n"
        + lines.replace("\n", "\r\n")
        + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
  }

  /** An hour at ten, UTC. */
  static String hour(String uid, String day, String title) {
    return event(
        uid, "DTSTART:%1$sT100000Z\nDTEND:%1$sT110000Z\nSUMMARY:%2$s".formatted(day, title));
  }

  static String todo(String uid, String lines) {
    return event(uid, lines).replace("VEVENT", "VTODO");
  }

  static String etag(HttpResponse<String> answer) {
    return answer.headers().firstValue("ETag").orElseThrow();
  }

  /** A calendar of the workspace, made in a browser; its id. */
  String shared(String name) throws Exception {
    var answer =
        send(
            owner,
            "/calendar/calendars/new?room=" + room,
            "name",
            name,
            "colour",
            "blue",
            "zone",
            "Europe/Madrid");
    assertThat(answer.getStatus()).isEqualTo(302);
    return answer.getRedirectedUrl().replace("/calendar/calendars/", "");
  }

  void share(String calendar, String with, String reach) throws Exception {
    var answer =
        send(
            owner,
            "/calendar/calendars/" + calendar + "/shares",
            "with",
            room + ":" + with,
            "reach",
            reach);
    assertThat(answer.getStatus()).isEqualTo(302);
  }
}
