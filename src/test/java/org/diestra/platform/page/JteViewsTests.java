package org.diestra.platform.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JteViewsTests {
  @Test
  void aTemplateLiesBesideItsController() {
    assertThat(JteViews.folder(LandingController.class)).isEqualTo("platform/page/");
  }

  @Test
  void aControllerFromElsewhereNamesItsViewsWhole() {
    assertThat(JteViews.folder(String.class)).isEmpty();
  }
}
