package org.diestra.platform.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.diestra.platform.base.Money;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.support.RedirectAttributesModelMap;

class FlashTests {
  private final RedirectAttributesModelMap redirect = new RedirectAttributesModelMap();

  @Test
  void aMessageSurvivesTheSessionsStore() throws Exception {
    var amount = Money.of(1250, "EUR");
    Flash.undoable(redirect, "/jobs/1/undo", "page.undo", "Weekly books", amount, 3);
    var flash = (Flash) stored(redirect.getFlashAttributes().get("flash"));
    assertThat(flash.values()).containsExactly("Weekly books", amount, 3);
    assertThat(flash.undoHref()).isEqualTo("/jobs/1/undo");
    assertThat(flash.tone()).isEqualTo("ok");
  }

  @Test
  void whatCannotWaitInASessionIsRefusedAtOnce() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Flash.ok(redirect, "page.undo", new Object()));
  }

  private static Object stored(Object value) throws Exception {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ObjectOutputStream(bytes)) {
      out.writeObject(value);
    }
    try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return in.readObject();
    }
  }
}
