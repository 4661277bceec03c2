package org.diestra.platform.writing;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /writing}: what the editor asks while somebody writes; nothing of it is kept. */
@Controller
@RequestMapping("/writing")
class WritingController {
  private static final int LONGEST_PREVIEW = 200_000; // characters
  private static final MediaType MARKDOWN =
      new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

  /** Pasted HTML as Markdown; what is too long is left to the browser, which pastes its words. */
  @PostMapping("/paste")
  ResponseEntity<String> paste(@RequestParam(defaultValue = "") String html) {
    return html.length() > PastedHtml.LONGEST
        ? ResponseEntity.unprocessableContent().build()
        : ResponseEntity.ok().contentType(MARKDOWN).body(PastedHtml.markdown(html));
  }

  /** How a text will look that holds no files. */
  @PostMapping("/preview")
  String preview(@RequestParam(defaultValue = "") String text, Model model) {
    var shown = text.substring(0, Math.min(text.length(), LONGEST_PREVIEW));
    model.addAttribute("text", RichText.of(shown, _ -> Optional.empty()));
    return "preview";
  }
}
