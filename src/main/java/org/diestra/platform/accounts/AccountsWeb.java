package org.diestra.platform.accounts;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class AccountsWeb implements WebMvcConfigurer {
  private final Doorman doorman;
  private final ViewerArgument viewer;
  private final SettingsTabs tabs;

  AccountsWeb(Doorman doorman, ViewerArgument viewer, SettingsTabs tabs) {
    this.doorman = doorman;
    this.viewer = viewer;
    this.tabs = tabs;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(doorman).order(-100);
    registry.addInterceptor(tabs).addPathPatterns("/settings", "/settings/**");
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(viewer);
  }
}
