package org.diestra.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a browser that keeps cookies, reads forms and sends them. */
final class Visitor implements AutoCloseable {
  private static final String BOUNDARY = "a-part-of-a-benchmark";
  private static final Pattern FORM =
      Pattern.compile("<form\\b[^>]*method=\"post\"[^>]*>.*?</form>", Pattern.DOTALL);
  private static final Pattern INPUT = Pattern.compile("<input\\b[^>]*>");
  private static final Pattern SELECT =
      Pattern.compile("<select\\b[^>]*>.*?</select>", Pattern.DOTALL);
  private static final Pattern SELECTED = Pattern.compile("<option\\b[^>]* selected[^>]*>");
  private static final Pattern NAME = Pattern.compile("\\bname=\"([^\"]*)\"");
  private static final Pattern VALUE = Pattern.compile("\\bvalue=\"([^\"]*)\"");
  private static final Pattern ACTION = Pattern.compile("^<form[^>]*\\baction=\"([^\"]*)\"");

  private final CookieManager cookies = new CookieManager();
  private final HttpClient client = client(HttpClient.Redirect.NORMAL);
  private final String house;
  private final String from;

  /** A page that was answered, and where. */
  record Answer(URI at, int status, String body) {}

  Visitor(String house) {
    this(house, "127.0.0.1");
  }

  /**
   * @param from the network address that a proxy before the house would tell
   */
  Visitor(String house, String from) {
    this.house = house;
    this.from = from;
  }

  void signIn(String email, String password) throws Exception {
    var login = get("/login");
    send(login, Map.of("email", email, "password", password));
  }

  Answer get(String path) throws Exception {
    return answered(request(path).GET().build());
  }

  /** Bytes over the wire, as a browser that takes gzip gets them; the status must be 200. */
  int weigh(String path) throws Exception {
    var request = request(path).header("Accept-Encoding", "gzip").GET().build();
    var answer = client.send(request, BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IOException(answer.statusCode() + " at " + path);
    }
    return answer.body().length;
  }

  /** Sends the page's main form with what it already says and these fields. */
  Answer send(Answer page, Map<String, String> fields) throws Exception {
    var main = page.body().substring(page.body().indexOf("<main"));
    var form = FORM.matcher(main).results().map(MatchResult::group).findFirst().orElseThrow();
    var action = ACTION.matcher(form);
    var to = action.find() ? action.group(1) : page.at().getPath();
    var said = filled(form);
    said.keySet().removeAll(fields.keySet());
    said.putAll(fields);
    return answered(
        request(to)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(encoded(said)))
            .build());
  }

  /** Brings a file by the page's main form, whose field is called {@code file}. */
  Answer bring(Answer page, Path file) throws Exception {
    var main = page.body().substring(page.body().indexOf("<main"));
    var form = FORM.matcher(main).results().map(MatchResult::group).findFirst().orElseThrow();
    var action = ACTION.matcher(form);
    var to = action.find() ? action.group(1) : page.at().getPath();
    var parts = new StringBuilder();
    filled(form)
        .forEach((name, value) -> parts.append(part(name, "")).append(value).append("\r\n"));
    parts.append(part("file", "; filename=\"" + file.getFileName() + "\""));
    var request =
        request(to)
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(
                BodyPublishers.concat(
                    BodyPublishers.ofString(parts.toString()),
                    BodyPublishers.ofFile(file),
                    BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n")))
            .build();
    try (var once = client(HttpClient.Redirect.NEVER)) { // or it would say multipart again
      var answer = once.send(request, BodyHandlers.ofString());
      return get(answer.headers().firstValue("Location").orElseThrow());
    }
  }

  private HttpClient client(HttpClient.Redirect redirect) {
    return HttpClient.newBuilder()
        .cookieHandler(cookies)
        .followRedirects(redirect)
        .version(HttpClient.Version.HTTP_1_1)
        .build();
  }

  private static String part(String name, String more) {
    return "--%s\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n"
        .formatted(BOUNDARY, name, more);
  }

  /** Keeps a file that is downloaded; the status must be 200. */
  void keep(String path, Path file) throws Exception {
    var answer = client.send(request(path).GET().build(), BodyHandlers.ofFile(file));
    if (answer.statusCode() != 200) {
      throw new IOException(answer.statusCode() + " at " + path);
    }
  }

  /** What a browser would send of it untouched; texts of several lines are left out. */
  private static Map<String, String> filled(String form) {
    var said = new LinkedHashMap<String, String>();
    INPUT
        .matcher(form)
        .results()
        .map(MatchResult::group)
        .filter(input ->
            !input.matches("(?s).*type=\"(radio|checkbox|file)\".*") || input.contains(" checked"))
        .forEach(input -> said.put(first(NAME, input), first(VALUE, input)));
    for (var select : SELECT.matcher(form).results().map(MatchResult::group).toList()) {
      var chosen = SELECTED.matcher(select);
      said.put(first(NAME, select), chosen.find() ? first(VALUE, chosen.group()) : "");
    }
    said.remove("");
    return said;
  }

  private static String first(Pattern pattern, String text) {
    var found = pattern.matcher(text);
    return found.find() ? found.group(1) : "";
  }

  private static String encoded(Map<String, String> fields) {
    List<String> pairs = new ArrayList<>();
    fields.forEach(
        (name, value) -> pairs.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return pairs.stream().collect(Collectors.joining("&"));
  }

  private HttpRequest.Builder request(String path) {
    var uri = path.startsWith("http") ? URI.create(path) : URI.create(house + path);
    return HttpRequest.newBuilder(uri)
        .timeout(Duration.ofSeconds(60))
        .header("Accept", "text/html")
        .header("X-Forwarded-For", from)
        .header("Accept-Language", "en");
  }

  private Answer answered(HttpRequest request) throws Exception {
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
    return new Answer(answer.uri(), answer.statusCode(), answer.body());
  }

  @Override
  public void close() {
    client.close();
  }
}
