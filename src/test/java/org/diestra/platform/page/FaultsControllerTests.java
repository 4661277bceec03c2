package org.diestra.platform.page;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.RequestDispatcher;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.ModelAndView;

@ExtendWith(OutputCaptureExtension.class)
class FaultsControllerTests {
  private final Words words =
      new Words(List.of("org/diestra/platform/page/messages"), getClass().getClassLoader());
  private final FaultsController faults =
      new FaultsController(
          words, new Visits(new DefaultListableBeanFactory().getBeanProvider(Chrome.class)));
  private final MockHttpServletRequest request = new MockHttpServletRequest("POST", "/error");

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 405, 409, 413, 415, 418, 422, 429, 500, 502, 503})
  void everyStatusIsExplainedInBothLanguages(int status) {
    var key = (String) page(status).getModel().get("key");
    for (var locale : Locales.ALL) {
      for (var part : new String[] {".title", ".text", ".next"}) {
        assertThat(words.of(locale, key + part)).isNotEqualTo(key + part);
      }
    }
  }

  @Test
  void aFaultOfOursHasAReferenceThatTheLogKnows(CapturedOutput output) {
    request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, new IllegalStateException("boom"));
    request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, "/jobs");
    var reference = (String) page(500).getModel().get("reference");
    assertThat(reference).hasSize(10);
    assertThat(output).contains("fault " + reference + " at POST /jobs", "boom");
  }

  @Test
  void whatTheVisitorCausedHasNone() {
    assertThat(page(404).getModel().get("reference")).isNull();
  }

  @Test
  void withoutAStatusThereIsNothingHere() {
    assertThat(((ModelAndView) faults.fault(request)).getModel()).containsEntry("status", 404);
    assertThat(words.of(Locale.ENGLISH, "page.fault.404.title")).isEqualTo("There is nothing here");
  }

  private ModelAndView page(int status) {
    request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, status);
    return (ModelAndView) faults.fault(request);
  }
}
