package org.diestra.platform.rooms;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** {@code /rooms/{id}}: what the scripts of a room's page ask for. */
@Controller
@RequestMapping("/rooms/{id}")
class RoomController {
  private final Door door;
  private final IceServers servers;
  private final Elsewhere elsewhere;
  private final Clock clock;

  RoomController(Door door, IceServers servers, Elsewhere elsewhere, Clock clock) {
    this.door = door;
    this.servers = servers;
    this.elsewhere = elsewhere;
    this.clock = clock;
  }

  /** A token for one entry; 409 while the room is closed. */
  @PostMapping("/tokens")
  @ResponseBody
  ResponseEntity<Map<String, String>> token(Viewer viewer, @PathVariable RoomId id) {
    return door.token(id, viewer)
        .fold(
            token -> unkept(200).body(Map.of("token", token.text())),
            why -> unkept(why.kind().status()).body(Map.of()));
  }

  /** How to find a path to the others. */
  @GetMapping("/ice")
  @ResponseBody
  ResponseEntity<List<IceServer>> ice(Viewer viewer, @PathVariable RoomId id) {
    door.admission(id, viewer);
    return unkept(200).body(servers.forPerson(viewer.id(), clock.instant()));
  }

  /** The way into the other room; going there counts as coming. */
  @PostMapping("/elsewhere")
  String elsewhere(Viewer viewer, @PathVariable RoomId id, Model model) {
    var admission =
        door.belongs(id, door.admission(id, viewer).person()).orElseThrow(NotFound::new);
    var link =
        elsewhere
            .link(admission.room(), viewer.id(), admission.guest(), clock.instant())
            .orElseThrow(NotFound::new);
    door.arrive(admission);
    door.enter(admission);
    model.addAttribute("link", link);
    return "elsewhere";
  }

  private static ResponseEntity.BodyBuilder unkept(int status) {
    return ResponseEntity.status(status).cacheControl(CacheControl.noStore());
  }
}
