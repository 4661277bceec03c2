package org.diestra.platform.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/**
 * The addresses of styles, scripts and pictures, each with a hash of its content, so that browsers
 * may keep them for ever.
 */
@Component
class Assets {
  static final String HTMX = "/webjars/htmx.org/" + webjarVersion("htmx.org") + "/dist/htmx.min.js";
  private static final String FOLDER = "static/assets/";

  // By provider: its methods are final, so it can't be injected lazily by a proxy.
  private final ObjectProvider<ResourceUrlProvider> urls;
  private final ResourcePatternResolver resources;
  private final Map<String, String> known = new ConcurrentHashMap<>();
  private volatile @Nullable String importMap;
  private volatile @Nullable String importMapHash;

  Assets(ObjectProvider<ResourceUrlProvider> urls, ResourcePatternResolver resources) {
    this.urls = urls;
    this.resources = resources;
  }

  /**
   * @param path as it lies in the source: {@code hiring/jobs/jobs.css}
   * @throws IllegalArgumentException if there is no such file
   */
  String url(String path) {
    return known.computeIfAbsent("/assets/" + path, this::hashed);
  }

  String htmx() {
    return known.computeIfAbsent(HTMX, this::hashed);
  }

  /** Names every script module by its path, {@code import "platform/page/page.js"}. */
  String importMap() {
    var made = importMap;
    if (made == null) {
      made = makeImportMap();
      importMap = made;
    }
    return made;
  }

  /** The import map stands in the page itself; this hash lets it through the content policy. */
  String importMapHash() {
    var made = importMapHash;
    if (made == null) {
      made = hash(importMap());
      importMapHash = made;
    }
    return made;
  }

  private static String hash(String map) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(map.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private String hashed(String url) {
    var hashed = urls.getObject().getForLookupPath(url);
    if (hashed == null) {
      throw new IllegalArgumentException("no such asset: " + url);
    }
    return hashed;
  }

  private String makeImportMap() {
    var modules = new TreeMap<String, String>();
    scripts().forEach(path -> modules.put(path, url(path)));
    return modules.entrySet().stream()
        .map(e -> "\"" + e.getKey() + "\":\"" + e.getValue() + "\"")
        .collect(Collectors.joining(",", "{\"imports\":{", "}}"));
  }

  private Iterable<String> scripts() {
    try {
      return Arrays.stream(resources.getResources("classpath*:" + FOLDER + "**/*.js"))
          .map(Object::toString)
          .map(text -> text.substring(text.lastIndexOf(FOLDER) + FOLDER.length()))
          .map(text -> text.substring(0, text.lastIndexOf(".js") + 3))
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** The version that the build brought along, so that it is written in the pom alone. */
  static String webjarVersion(String name) {
    var file = "META-INF/maven/org.webjars.npm/" + name + "/pom.properties";
    try {
      var properties = PropertiesLoaderUtils.loadProperties(new ClassPathResource(file));
      return Objects.requireNonNull(properties.getProperty("version"), file);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
