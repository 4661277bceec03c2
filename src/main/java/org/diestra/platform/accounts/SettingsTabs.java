package org.diestra.platform.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/** Hands each settings page the tabs of all of them, as {@code settings}. */
@Component
class SettingsTabs implements HandlerInterceptor {
  private final List<SettingsEntry> entries;
  private final Viewers viewers;

  SettingsTabs(List<SettingsEntry> entries, Viewers viewers) {
    this.entries = entries.stream().sorted(Comparator.comparingInt(SettingsEntry::order)).toList();
    this.viewers = viewers;
  }

  @Override
  public void postHandle(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable ModelAndView page) {
    if (page == null || page.getViewName() == null || page.getViewName().startsWith("redirect:")) {
      return;
    }
    viewers
        .of(request)
        .ifPresent(viewer ->
            page.addObject(
                "settings", entries.stream().filter(e -> e.audience().test(viewer)).toList()));
  }
}
