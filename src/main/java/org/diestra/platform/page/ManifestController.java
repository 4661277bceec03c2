package org.diestra.platform.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** What makes the site installable as an application, and the icon that browsers ask for. */
@Guests
@Controller
class ManifestController {
  private static final String FOLDER = "platform/page/";
  private final Assets assets;
  private final Words words;
  private final Visits visits;

  ManifestController(Assets assets, Words words, Visits visits) {
    this.assets = assets;
    this.words = words;
    this.visits = visits;
  }

  @GetMapping(path = "/manifest.webmanifest", produces = "application/manifest+json")
  @ResponseBody
  Map<String, Object> manifest(HttpServletRequest request) {
    var locale = visits.of(request).locale();
    return Map.of(
        "name", "Diestra",
        "short_name", "Diestra",
        "description", words.of(locale, "page.landing.description"),
        "lang", locale.getLanguage(),
        "id", "/",
        "start_url", "/",
        "display", "standalone",
        "background_color", "#fbf9f5",
        "theme_color", "#fbf9f5",
        "icons",
            List.of(
                icon("icon.svg", "any", "image/svg+xml", "any"),
                icon("icon-192.png", "192x192", "image/png", "any"),
                icon("icon-512.png", "512x512", "image/png", "any"),
                icon("icon-mask.png", "512x512", "image/png", "maskable")));
  }

  @GetMapping("/favicon.ico")
  ResponseEntity<Resource> favicon() {
    return ResponseEntity.ok()
        .contentType(MediaType.IMAGE_PNG)
        .cacheControl(CacheControl.maxAge(Duration.ofDays(7)).cachePublic())
        .body(new ClassPathResource("static/assets/" + FOLDER + "icon-48.png"));
  }

  private Map<String, String> icon(String file, String sizes, String type, String purpose) {
    return Map.of(
        "src", assets.url(FOLDER + file), "sizes", sizes, "type", type, "purpose", purpose);
  }
}
