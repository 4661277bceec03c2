package org.diestra.platform.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;
import org.diestra.HouseTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What every answer is like, over the wire: errors pass through the server's own error page. */
@HouseTest
class PageControllerTests {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Pattern SHEET = Pattern.compile("(/assets/[^\"]+\\.(?:css|js))\"");
  @LocalServerPort private int port;

  @Test
  void theFrontPageGreetsInTheBrowsersLanguageAndKeepsNoSession() throws Exception {
    var answer = get("/", "Accept-Language", "es-ES,es;q=0.9");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("<html lang=\"es-ES\"", "Buenas manos para tu oficina", "href=\"/signup\"");
    assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
  }

  @Test
  void everyAnswerCarriesTheStrictHeaders() throws Exception {
    for (var path : new String[] {"/", "/nowhere", "/favicon.ico", "/api/v1/nowhere", "/login"}) {
      var headers = get(path).headers();
      assertThat(headers.firstValue("Content-Security-Policy"))
          .as(path)
          .hasValueSatisfying(policy ->
              assertThat(policy)
                  .contains("default-src 'none'", "frame-ancestors 'none'")
                  .doesNotContain("unsafe"));
      assertThat(headers.firstValue("X-Content-Type-Options")).as(path).hasValue("nosniff");
      assertThat(headers.firstValue("Referrer-Policy")).as(path).isPresent();
      assertThat(headers.firstValue("Permissions-Policy")).as(path).isPresent();
    }
  }

  @Test
  void onlyAnAssetThatAPageLoadsGoesWithoutThePoliciesOfDocuments() throws Exception {
    var sheet = get("/").body().replaceAll("(?s).*?href=\"(/assets/[^\"]+\\.css)\".*", "$1");
    var csp = "Content-Security-Policy";
    assertThat(get(sheet, "Sec-Fetch-Dest", "style").headers().firstValue(csp)).isEmpty();
    assertThat(get(sheet, "Sec-Fetch-Dest", "style").headers().firstValue("X-Content-Type-Options"))
        .hasValue("nosniff");
    for (var dest : new String[] {"document", "iframe", "worker", "empty"}) {
      assertThat(get(sheet, "Sec-Fetch-Dest", dest).headers().firstValue(csp)).as(dest).isPresent();
    }
    assertThat(get("/login", "Sec-Fetch-Dest", "style").headers().firstValue(csp)).isPresent();
  }

  @Test
  void aPageThatIsNotThereHelpsInBothLanguages() throws Exception {
    assertThat(get("/nowhere").statusCode()).isEqualTo(404);
    assertThat(get("/nowhere").body()).contains("There is nothing here", "front page");
    assertThat(get("/nowhere", "Accept-Language", "es").body()).contains("Aquí no hay nada");
    assertThat(get("/language/klingon").statusCode()).isEqualTo(404);
  }

  @Test
  void htmxGetsTheFaultAlone() throws Exception {
    var body = get("/nowhere", "HX-Request", "true").body();
    assertThat(body).contains("There is nothing here").doesNotContain("<html");
  }

  @Test
  void aProgramGetsAProblemDocument() throws Exception {
    for (var answer :
        new HttpResponse<?>[] {get("/api/v1/x"), get("/nowhere", "Accept", "application/json")}) {
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
      assertThat((String) answer.body()).contains("\"status\":404", "\"title\":\"There is");
    }
  }

  @Test
  void aFormWithoutItsTokenIsExplained() throws Exception {
    var post = request("/logout").POST(HttpRequest.BodyPublishers.noBody()).build();
    var answer = CLIENT.send(post, BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("This page has been open for too long");
  }

  @Test
  void aChoiceIsRememberedAndLeadsBackToThePage() throws Exception {
    var answer = get("/language/es?to=/jobs?area=blog");
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location")).hasValue("/jobs?area=blog");
    assertThat(answer.headers().firstValue("Set-Cookie"))
        .hasValueSatisfying(c -> assertThat(c).contains("lang=es", "HttpOnly", "SameSite=Lax"));
    assertThat(get("/theme/dark?to=//evil.example").headers().firstValue("Location")).hasValue("/");
    assertThat(get("/", "Cookie", "theme=dark").body()).contains("data-theme=\"dark\"");
  }

  @Test
  void eachAssetOfAPageMayBeKeptForEver() throws Exception {
    var assets = SHEET.matcher(get("/").body()).results().map(m -> m.group(1)).toList();
    assertThat(assets).hasSizeGreaterThan(8);
    for (var asset : assets) {
      var answer = get(asset);
      assertThat(answer.statusCode()).as(asset).isEqualTo(200);
      assertThat(answer.headers().firstValue("Cache-Control"))
          .as(asset)
          .hasValueSatisfying(c -> assertThat(c).contains("immutable", "max-age=31536000"));
      assertThat(asset).matches(".*-[0-9a-f]{32}\\.(css|js)");
    }
  }

  @Test
  void theSiteCanBeInstalled() throws Exception {
    assertThat(get("/manifest.webmanifest").body())
        .contains("\"display\":\"standalone\"", "maskable", "icon-512-");
    assertThat(get("/favicon.ico").headers().firstValue("Content-Type")).hasValue("image/png");
  }

  private HttpResponse<String> get(String path, String... headers) throws Exception {
    var request = request(path);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
  }
}
