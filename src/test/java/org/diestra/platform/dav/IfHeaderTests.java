package org.diestra.platform.dav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.diestra.platform.dav.IfHeader.Condition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The If header as RFC 4918, section 10.4, has it. */
class IfHeaderTests {
  @Test
  void listsOfTokensAndTags() {
    var header = IfHeader.read("(<urn:uuid:a> [\"tag\"]) (Not <DAV:no-lock> [W/\"x ]\"])");
    assertThat(header.lists()).hasSize(2);
    assertThat(header.lists().getFirst().all())
        .containsExactly(
            new Condition(false, false, "urn:uuid:a"), new Condition(false, true, "\"tag\""));
    assertThat(header.lists().getLast().all())
        .containsExactly(
            new Condition(true, false, "DAV:no-lock"), new Condition(false, true, "W/\"x ]\""));
    assertThat(header.tokens()).isEqualTo(Set.of("urn:uuid:a", "DAV:no-lock"));
  }

  @Test
  void aResourceSpeaksForTheListsBehindIt() {
    var header = IfHeader.read("</dav/a> (<t1>) (<t2>) <http://h/dav/b> (Not [\"e\"])");
    assertThat(header.lists().stream().map(IfHeader.Conditions::resource).toList())
        .isEqualTo(List.of("/dav/a", "/dav/a", "http://h/dav/b"));
  }

  @Test
  void oneListThatHoldsWholeIsEnough() {
    var header = IfHeader.read("(<a> <b>) (Not <c>)");
    assertThat(header.matches((resource, one) -> one.value().equals("a"))).isTrue();
    assertThat(header.matches((resource, one) -> !one.value().equals("a"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "()", "(<a>", "<a>", "(<a) ", "([\"x\")", "<r> <s> (<a>)", "a", "(<a>) b"})
  void whatIsMalformedIsRefused(String header) {
    assertThatThrownBy(() -> IfHeader.read(header)).isInstanceOf(DavFault.class);
  }
}
