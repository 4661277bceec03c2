package org.diestra.platform.page;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The front door: what this is, for somebody who has never heard of it. */
@Guests
@Controller
class LandingController {
  @GetMapping("/")
  String landing() {
    return "landing";
  }
}
