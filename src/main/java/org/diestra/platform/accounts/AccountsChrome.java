package org.diestra.platform.accounts;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import org.diestra.platform.page.Audience;
import org.diestra.platform.page.Chrome;
import org.diestra.platform.page.LanguageChosen;
import org.diestra.platform.page.ThemeChosen;
import org.diestra.platform.page.Who;
import org.springframework.stereotype.Component;

/** Tells the frame of each page who looks at it, and keeps what a person chose there. */
@Component
class AccountsChrome implements Chrome, LanguageChosen, ThemeChosen {
  private final Viewers viewers;
  private final Accounts accounts;

  AccountsChrome(Viewers viewers, Accounts accounts) {
    this.viewers = viewers;
    this.accounts = accounts;
  }

  @Override
  public Optional<Who> who(HttpServletRequest request) {
    return viewers.of(request).map(AccountsChrome::who);
  }

  private static Who who(Viewer viewer) {
    var audiences = EnumSet.noneOf(Audience.class);
    if (viewer.client()) {
      audiences.add(Audience.CLIENT);
    }
    if (!viewer.hiring().isEmpty()) {
      audiences.add(Audience.HIRING);
    }
    if (viewer.assistant()) {
      audiences.add(Audience.ASSISTANT);
    }
    if (viewer.operator()) {
      audiences.add(Audience.OPERATOR);
    }
    return new Who(
        viewer.name(),
        viewer.photoUrl(),
        viewer.locale(),
        viewer.zone(),
        viewer.theme() == null ? "auto" : viewer.theme(),
        audiences);
  }

  @Override
  public void chosen(HttpServletRequest request, Locale locale) {
    viewers.of(request).ifPresent(viewer -> accounts.chooseLocale(viewer.id(), locale));
  }

  @Override
  public void chosen(HttpServletRequest request, String theme) {
    viewers
        .of(request)
        .ifPresent(
            viewer -> accounts.chooseTheme(viewer.id(), "auto".equals(theme) ? null : theme));
  }
}
