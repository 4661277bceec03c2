package org.diestra.platform.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/** Sets up templates, messages and assets. */
@Configuration(proxyBeanMethods = false)
class PageConfiguration implements WebMvcConfigurer {
  private static final ClassLoader LOADER =
      Objects.requireNonNull(PageConfiguration.class.getClassLoader());
  private static final String END = "_en.properties";
  private final ObjectProvider<JteViews> views;

  PageConfiguration(ObjectProvider<JteViews> views) {
    this.views = views;
  }

  /** Templates are compiled by the build, into the package that they lie in. */
  @Bean
  static TemplateEngine templateEngine() {
    return TemplateEngine.createPrecompiled(null, ContentType.Html, LOADER, "org.diestra");
  }

  @Bean
  static Words words(ResourcePatternResolver resources) throws IOException {
    var found = resources.getResources("classpath*:org/diestra/**/messages_en.properties");
    var basenames =
        Arrays.stream(found)
            .map(Object::toString)
            .map(text -> text.substring(text.lastIndexOf("org/diestra/"), text.lastIndexOf(END)))
            .sorted()
            .toList();
    return new Words(basenames, LOADER);
  }

  @Bean
  static MessageSource messageSource(Words words) {
    return words.source();
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(views.getObject());
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    hashed(registry, "/assets/**", "classpath:/static/assets/");
    hashed(registry, "/webjars/htmx.org/**", "classpath:/META-INF/resources/webjars/htmx.org/");
  }

  private static void hashed(ResourceHandlerRegistry registry, String pattern, String place) {
    registry
        .addResourceHandler(pattern)
        .addResourceLocations(place)
        .setUseLastModified(false) // its hash says more
        .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
        .resourceChain(true)
        .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
  }
}
