package org.diestra.office.booking;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.diestra.office.booking.Bookings.Offer;
import org.diestra.platform.accounts.EmailAddress;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.page.CrossSite;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Guests;
import org.diestra.platform.page.Pages;
import org.diestra.platform.page.SecurityHeaders;
import org.diestra.platform.signin.Throttle;
import org.diestra.platform.signin.Throttle.Allowance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * {@code /book/{handle}/{service}}: where a client's customers, who have no account, choose a time.
 * They have no session either, so these forms need no token of it; the browser says when another
 * site sends one, and then it is refused.
 */
@Controller
@Guests
@RequestMapping("/book/{handle}")
class PublicController {
  static final Refusal OFTEN = Refusal.limit("booking.often");
  static final Refusal ELSEWHERE = Refusal.conflict("booking.elsewhere");
  private final Bookings bookings;
  private final Pickers pickers;
  private final WaitingList waiting;
  private final Throttle throttle;
  private final Pages pages;
  private final Clock clock;

  PublicController(
      Bookings bookings,
      Pickers pickers,
      WaitingList waiting,
      Throttle throttle,
      Pages pages,
      Clock clock) {
    this.bookings = bookings;
    this.pickers = pickers;
    this.waiting = waiting;
    this.throttle = throttle;
    this.pages = pages;
    this.clock = clock;
  }

  /**
   * The page on which a time is chosen.
   *
   * @param embed whether it stands in a frame of the client's own site
   * @param chosen the zone that was chosen, or null where it was guessed
   */
  record Choice(
      Offer offer,
      Picker picker,
      boolean embed,
      @Nullable String chosen,
      String email,
      LocalDate today) {}

  @GetMapping
  String shop(@PathVariable String handle, Model model, HttpServletResponse response) {
    var shop = bookings.shop(handle);
    SecurityHeaders.forFramesOf(response, shop.page().sites());
    model.addAttribute("shop", shop);
    return "shop";
  }

  @GetMapping("/{service}")
  String choose(
      @PathVariable String handle,
      @PathVariable String service,
      @RequestParam @Nullable String from,
      @RequestParam @Nullable String zone,
      @RequestParam(defaultValue = "false") boolean embed,
      HttpServletRequest request,
      Model model,
      HttpServletResponse response) {
    var offer = offer(handle, service, response);
    return page(offer, from, zone, embed, "", request, model);
  }

  private Offer offer(String handle, String slug, HttpServletResponse response) {
    var offer = bookings.offer(handle, slug);
    SecurityHeaders.forFramesOf(response, offer.page().sites());
    return offer;
  }

  private String page(
      Offer offer,
      @Nullable String from,
      @Nullable String zone,
      boolean embed,
      String email,
      HttpServletRequest request,
      Model model) {
    var clockThere = clockOf(offer, zone, request);
    var chosen = zone != null && clockThere.getId().equals(zone) ? zone : null;
    var picker = pickers.of(offer.service(), from, clockThere, null);
    var today = LocalDate.ofInstant(clock.instant(), clockThere);
    model.addAttribute("choice", new Choice(offer, picker, embed, chosen, email, today));
    return "choose";
  }

  private ZoneId clockOf(Offer offer, @Nullable String zone, HttpServletRequest request) {
    return Pickers.zone(zone, pages.zone(request), offer.service().terms().zone());
  }

  @PostMapping("/{service}/holds")
  String hold(
      @PathVariable String handle,
      @PathVariable String service,
      @RequestParam(defaultValue = "") String at,
      @RequestParam @Nullable String zone,
      @RequestParam(defaultValue = "false") boolean embed,
      HttpServletRequest request,
      Locale locale,
      Model model,
      HttpServletResponse response) {
    var offer = offer(handle, service, response);
    var there = clockOf(offer, zone, request);
    var start = Starts.read(at, clock.instant());
    var from = start == null ? null : LocalDate.ofInstant(start, there).toString();
    var refused = refused(offer, request);
    if (refused == null && start != null) {
      var held = bookings.hold(offer.service(), start, there, locale);
      return held.fold(
          token -> "redirect:" + Keys.href(token) + (embed ? "?embed=true" : ""),
          why ->
              Pages.again(
                  response, model, why, page(offer, from, zone, embed, "", request, model)));
    }
    var why = refused == null ? Taking.TAKEN : refused;
    return Pages.again(response, model, why, page(offer, from, zone, embed, "", request, model));
  }

  /** Null where this may go on. */
  private @Nullable Refusal refused(Offer offer, HttpServletRequest request) {
    if (CrossSite.sends(request)) {
      return ELSEWHERE;
    }
    var key = network(request.getRemoteAddr()) + ":" + offer.service().id();
    return throttle.allows(key, Allowance.BOOKING) ? null : OFTEN;
  }

  /** The first half of an address of the new kind is one household's, the other half anybody's. */
  static String network(String address) {
    var groups = address.split(":", -1);
    return groups.length < 5 ? address : String.join(":", List.of(groups).subList(0, 4));
  }

  /** To be told when a time becomes free on a day that is full. */
  @PostMapping("/{service}/waiting")
  String wait(
      @PathVariable String handle,
      @PathVariable String service,
      @RequestParam(defaultValue = "") String date,
      @RequestParam(defaultValue = "") String email,
      @RequestParam @Nullable String zone,
      @RequestParam(defaultValue = "") String website,
      @RequestParam(defaultValue = "false") boolean embed,
      HttpServletRequest request,
      Locale locale,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var offer = offer(handle, service, response);
    var problems = new Problems();
    var address = EmailAddress.read(email);
    var refused = refused(offer, request);
    if (refused != null) {
      problems.add(refused);
    } else if (address.isEmpty()) {
      problems.add("email", "booking.email.wrong");
    } else if (website.isEmpty()) { // what no person sees, only programs fill in
      var entry =
          waiting.entry(date, address.get(), locale, clockOf(offer, zone, request), problems);
      if (entry != null) {
        waiting.add(offer.service(), entry, problems);
      }
    }
    if (problems.any()) {
      return Pages.again(
          response, model, problems, page(offer, null, zone, embed, email, request, model));
    }
    Flash.ok(onward, "booking.waiting.done");
    return "redirect:" + offer.service().href(offer.page()) + (embed ? "?embed=true" : "");
  }
}
