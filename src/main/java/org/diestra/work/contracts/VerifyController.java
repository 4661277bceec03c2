package org.diestra.work.contracts;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.diestra.platform.base.Problems;
import org.diestra.platform.page.Guests;
import org.diestra.platform.page.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** {@code /verify}: anybody who holds a contract's PDF, or its hash, can check it here. */
@Controller
@Guests
@RequestMapping("/verify")
class VerifyController {
  private final Verification verification;

  VerifyController(Verification verification) {
    this.verification = verification;
  }

  @GetMapping
  String form(Model model) {
    model.addAttribute("hash", "");
    return "verify";
  }

  @PostMapping
  String verify(
      @RequestParam(required = false) MultipartFile file,
      @RequestParam(defaultValue = "") String hash,
      Model model,
      HttpServletResponse response)
      throws IOException {
    model.addAttribute("hash", hash);
    if (file != null && !file.isEmpty()) {
      if (file.getSize() > Verification.LARGEST) {
        var problem = new Problems().add("file", "contracts.verify.large");
        return Pages.again(response, model, problem, "verify");
      }
      model.addAttribute("finding", verification.ofPdf(file.getBytes()));
      return "verify";
    }
    var typed = hash.replaceAll("\\s", "").toLowerCase(java.util.Locale.ROOT);
    if (!typed.matches("[0-9a-f]{64}")) {
      var problem = new Problems().add("hash", "contracts.verify.hash.wrong");
      return Pages.again(response, model, problem, "verify");
    }
    model.addAttribute("finding", verification.ofHash(typed));
    return "verify";
  }
}
