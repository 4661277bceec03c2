package org.diestra.platform.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTests {
  @ParameterizedTest
  @ValueSource(strings = {"/", "/jobs", "/jobs?area=blog&q=a%20b", "/jobs/1#bids", "/a:b"})
  void aPathOfThisSitePasses(String path) {
    assertThat(LocalPath.orHome(path)).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "jobs",
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "https://evil.example",
        "javascript:alert(1)",
        "/\t/evil.example",
        "/\n/evil.example",
        "/%",
        "///evil.example"
      })
  void whateverCouldLeadElsewhereLeadsHome(String path) {
    assertThat(LocalPath.orHome(path)).isEqualTo("/");
  }
}
