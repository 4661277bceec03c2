package org.diestra.platform.dav;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.data.Caller;
import org.diestra.platform.programs.Programs;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * {@code /dav/}: for programs, each with a password of its own (Basic, RFC 7617), never with a
 * session or a cookie.
 */
@Component
class DavDoor {
  private static final String ALLOWED =
      "OPTIONS, GET, HEAD, PUT, DELETE, PROPFIND, PROPPATCH, MKCOL, COPY, MOVE, LOCK, UNLOCK,"
          + " REPORT, MKCALENDAR";
  private static final long LARGE = 1_000_000; // bytes of a body that nobody reads
  private final List<Branch> branches;
  private final String classes;
  private final Programs programs;
  private final Accounts accounts;
  private final Finding finding;
  private final Setting setting;
  private final Contents contents;
  private final Changes changes;
  private final Locking locking;

  DavDoor(
      List<Branch> branches,
      Programs programs,
      Accounts accounts,
      Finding finding,
      Setting setting,
      Contents contents,
      Changes changes,
      Locking locking) {
    this.branches = List.copyOf(branches);
    this.classes =
        Stream.concat(
                Stream.of("1", "2", "3", "access-control", "extended-mkcol"),
                branches.stream().flatMap(branch -> branch.classes().stream()))
            .distinct()
            .collect(Collectors.joining(", "));
    this.programs = programs;
    this.accounts = accounts;
    this.finding = finding;
    this.setting = setting;
    this.contents = contents;
    this.changes = changes;
    this.locking = locking;
  }

  void serve(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    response.setHeader("DAV", classes); // some programs look for it in each answer
    try {
      answer(request, response);
    } catch (DavFault fault) {
      refuse(response, fault);
    } catch (NotFound nothing) {
      refuse(response, new DavFault(404));
    }
  }

  private void answer(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (request.getMethod().equals("OPTIONS")) {
      options(response);
      return;
    }
    var admitted = admitted(request);
    var viewer = admitted.flatMap(one -> accounts.visitor(one.person()));
    if (admitted.isEmpty() || viewer.isEmpty()) {
      response.setHeader(
          HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Diestra\", charset=\"UTF-8\"");
      if (request.getContentLengthLong() > LARGE) {
        response.setHeader(HttpHeaders.CONNECTION, "close"); // rather than read it all
      }
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
      return;
    }
    var path = DavPath.read(request.getRequestURI());
    var open =
        branches.stream().filter(one -> admitted.get().parts().contains(one.part())).toList();
    serve(Call.of(request, response, viewer.get(), path, branch(path, open)));
  }

  /**
   * @param open those that the program's password opens; others are not there
   */
  private static Branch branch(DavPath path, List<Branch> open) {
    if (path.root()) {
      return new Lobby(open);
    }
    var first = path.names().getFirst();
    return first.equals(Principals.NAME)
        ? new Principals(open)
        : open.stream()
            .filter(branch -> branch.name().equals(first))
            .findFirst()
            .orElseThrow(() -> new DavFault(404));
  }

  private void serve(Call call) throws ServletException, IOException {
    try {
      Caller.person(call.viewer().id().value())
          .call(() -> {
            perform(call);
            return true;
          });
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new ServletException(e);
    }
  }

  private void perform(Call call) throws IOException {
    switch (call.request().getMethod()) {
      case "GET", "HEAD" -> contents.get(call);
      case "PUT" -> contents.put(call);
      case "POST" -> contents.post(call);
      case "PROPFIND" -> finding.propfind(call);
      case "REPORT" -> finding.report(call);
      case "PROPPATCH" -> setting.proppatch(call);
      case "MKCOL", "MKCALENDAR", "DELETE", "COPY", "MOVE" -> change(call);
      case "LOCK" -> locking.lock(call);
      case "UNLOCK" -> locking.unlock(call);
      default -> throw new DavFault(405);
    }
  }

  private void change(Call call) throws IOException {
    try (var _ = call.branch().turn(call.inner())) {
      switch (call.request().getMethod()) {
        case "MKCOL", "MKCALENDAR" -> changes.mkcol(call);
        case "DELETE" -> changes.delete(call);
        case "COPY" -> changes.copy(call);
        default -> changes.move(call);
      }
    }
  }

  /** To whoever asks, so that a program can tell what this is before it has a password. */
  private static void options(HttpServletResponse response) {
    response.setHeader("MS-Author-Via", "DAV");
    response.setHeader(HttpHeaders.ALLOW, ALLOWED);
    response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
    response.setContentLength(0);
  }

  private Optional<Programs.Admitted> admitted(HttpServletRequest request) {
    var sent = credentials(request.getHeader(HttpHeaders.AUTHORIZATION));
    return sent == null ? Optional.empty() : programs.admit(sent.user(), sent.password());
  }

  private record Credentials(String user, String password) {
    @Override
    public String toString() {
      return "Credentials[…]";
    }
  }

  private static @Nullable Credentials credentials(@Nullable String header) {
    if (header == null || !header.regionMatches(true, 0, "Basic ", 0, 6)) {
      return null;
    }
    try {
      var bytes = Base64.getDecoder().decode(header.substring(6).strip());
      var parts = new String(bytes, StandardCharsets.UTF_8).split(":", 2);
      return parts.length == 2 ? new Credentials(parts[0], parts[1]) : null;
    } catch (IllegalArgumentException malformed) {
      return null;
    }
  }

  private static void refuse(HttpServletResponse response, DavFault fault) throws IOException {
    if (response.isCommitted()) {
      return; // it broke off, and its reader sees that
    }
    response.resetBuffer();
    if (fault.status() == HttpServletResponse.SC_METHOD_NOT_ALLOWED) {
      response.setHeader(HttpHeaders.ALLOW, ALLOWED);
    }
    if (fault.condition() == null) {
      response.setStatus(fault.status());
      return;
    }
    var condition = Xml.element(fault.condition(), fault.detail());
    Multistatus.single(response, fault.status(), Dav.name("error"), condition);
  }
}
