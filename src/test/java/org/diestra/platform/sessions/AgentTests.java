package org.diestra.platform.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgentTests {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36|Chrome|Windows
          Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0|Edge|Windows
          Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.4 Safari/605.1.15|Safari|macOS
          Mozilla/5.0 (iPhone; CPU iPhone OS 18_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.4 Mobile/15E148 Safari/604.1|Safari|iPhone
          Mozilla/5.0 (iPad; CPU OS 18_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/140.0.0.0 Mobile/15E148 Safari/604.1|Chrome|iPad
          Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0|Firefox|Linux
          Mozilla/5.0 (Linux; Android 14; SM-S918B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36|Samsung Internet|Android
          Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36|Chrome|ChromeOS
          """)
  void aBrowserAndItsSystemHaveTheNamesThatPeopleKnow(
      String header, String browser, String system) {
    assertThat(Agent.of(header)).isEqualTo(new Agent(browser, system));
  }

  @Test
  void whatIsUnknownIsCalledSo() {
    assertThat(Agent.of(null)).isEqualTo(Agent.UNKNOWN);
    assertThat(Agent.of("<script>alert(1)</script>")).isEqualTo(Agent.UNKNOWN);
    assertThat(Agent.of(" ".repeat(2000) + "Firefox/140")).isEqualTo(Agent.UNKNOWN);
    assertThat(Agent.UNKNOWN.key()).isEqualTo("sessions.agent.unknown");
    assertThat(new Agent("Firefox", "").key()).isEqualTo("sessions.agent.browser");
    assertThat(new Agent("", "Linux").key()).isEqualTo("sessions.agent.system");
  }
}
