package org.diestra.office.publishing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.diestra.office.channels.Channel;
import org.diestra.office.channels.ChannelId;
import org.diestra.office.channels.Channels;
import org.diestra.office.channels.Kind;
import org.diestra.office.channels.Manner;
import org.diestra.office.channels.Slot;
import org.diestra.office.channels.Standing;
import org.diestra.office.publishing.Posts.Aim;
import org.diestra.office.publishing.Posts.Wanted;
import org.diestra.office.publishing.Written.Brief;
import org.diestra.office.workspaces.Level;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.Workspace;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Ids;
import org.diestra.platform.blobs.BlobId;
import org.diestra.platform.blobs.Blobs;
import org.diestra.platform.blobs.Purpose;
import org.diestra.platform.demo.Cast;
import org.diestra.platform.demo.DemoPart;
import org.diestra.platform.demo.Past;
import org.springframework.stereotype.Component;

/**
 * What the bookshop says in public: five weeks that its assistant wrote and its owner approved, and
 * now one post in almost every state. Nothing of it goes to a network.
 */
@Component
class PublishingDemo implements DemoPart {
  private static final int WEEKS = 5;
  private final Workspaces workspaces;
  private final Channels channels;
  private final Posts posts;
  private final Approvals approvals;
  private final Hands hands;
  private final Rounds rounds;
  private final Blobs blobs;
  private final Past past;

  PublishingDemo(
      Workspaces workspaces,
      Channels channels,
      Posts posts,
      Approvals approvals,
      Hands hands,
      Rounds rounds,
      Blobs blobs,
      Past past) {
    this.workspaces = workspaces;
    this.channels = channels;
    this.posts = posts;
    this.approvals = approvals;
    this.hands = hands;
    this.rounds = rounds;
    this.blobs = blobs;
    this.past = past;
  }

  @Override
  public String name() {
    return "publishing:bookshop";
  }

  @Override
  public int order() {
    return 49; // once the assistant's contract has begun
  }

  /** Those of the bookshop who publish, and where. */
  private record Shop(
      Workspace room,
      Desk owner,
      Desk assistant,
      Channel news,
      Channel linkedin,
      Channel instagram) {
    Instant at(LocalDate day, int hour) {
      return day.atTime(hour, 0).atZone(room.zone()).toInstant();
    }
  }

  @Override
  public void play(Cast cast) {
    var room = workspaces.get(workspaces.open(cast.business(Cast.CLIENT)));
    var owner = new Desk(Pass.whole(room, cast.viewer(Cast.CLIENT)));
    var assistant = new Desk(Pass.whole(room, cast.viewer(Cast.ASSISTANT)));
    admit(room, cast.person(Cast.ASSISTANT));
    var monday = past.monday();
    var began = monday.atTime(9, 5).atZone(room.zone()).toInstant();
    var shop =
        past.call(
            began,
            () ->
                new Shop(
                    room,
                    owner,
                    assistant,
                    channel(owner, Kind.FEED, "Noticias de la librería", DayOfWeek.TUESDAY, 10),
                    channel(owner, Kind.LINKEDIN, "LinkedIn", DayOfWeek.WEDNESDAY, 12),
                    channel(owner, Kind.INSTAGRAM, "Instagram", DayOfWeek.FRIDAY, 18)));
    for (int week = 0; week < WEEKS; week++) {
      over(shop, monday.plusWeeks(week), week);
    }
    now(shop, monday.plusWeeks(WEEKS));
  }

  /**
   * The assistant's contract opens these areas too, those of trips and tables as well, in which the
   * bookshop's demo shows the same person at work; and its end will close them.
   */
  private void admit(Workspace room, PersonId assistant) {
    for (var reach : workspaces.reach(room.id())) {
      var contract = reach.contract();
      if (contract != null && reach.person().equals(assistant)) {
        var areas = Set.of(Area.SOCIAL, Area.BLOG, Area.TRAVEL, Area.DATA_ENTRY);
        workspaces.admit(contract, room.id(), assistant, areas, Level.WORKING);
        return;
      }
    }
  }

  private Channel channel(Desk owner, Kind kind, String name, DayOfWeek day, int hour) {
    var slot = new Slot(day, LocalTime.of(hour, 0));
    var channel =
        new Channel(
            new ChannelId(Ids.fresh()),
            owner.pass().workspace().id(),
            kind,
            name,
            "",
            "",
            Standing.NONE,
            Manner.LIVE,
            null,
            null,
            1,
            List.of(slot));
    return channels.add(owner.pass(), channel, "").orFail();
  }

  /** A week that is over: an article, and a picture that a person published. */
  private void over(Shop shop, LocalDate monday, int week) {
    var article =
        written(
            DemoNews.ARTICLES.get(week),
            DemoNews.text(DemoNews.ARTICLES.get(week)),
            shop.at(monday.plusDays(1), 10),
            "Otoño");
    publish(shop, shop.news(), article, monday);
    var post =
        written(
            "",
            DemoNews.POSTS.get(week) + " #librería #Valencia",
            shop.at(monday.plusDays(2), 12),
            "");
    var id = publish(shop, shop.linkedin(), post, monday);
    past.run(
        shop.at(monday.plusDays(2), 12).plusSeconds(900),
        () -> hands.published(shop.assistant(), id, 4, "").orFail());
  }

  private PostId publish(Shop shop, Channel channel, Written written, LocalDate monday) {
    var due = Objects.requireNonNull(written.due());
    var id = past.call(shop.at(monday, 11), () -> write(shop, channel, written, Aim.SUBMIT));
    past.run(shop.at(monday, 17), () -> approvals.approve(shop.owner(), Map.of(id, 2)).orFail());
    past.run(due.plusSeconds(8), () -> rounds.one(id));
    return id;
  }

  private PostId write(Shop shop, Channel channel, Written written, Aim aim) {
    return posts
        .write(shop.assistant(), Ids.fresh(), List.of(new Wanted(channel, written)), aim)
        .orFail()
        .getFirst();
  }

  private static Written written(String title, String text, Instant due, String campaign) {
    var content = new Content(title, text, "", "", "", List.of());
    return new Written(content, due, campaign, new Brief("", null, "", !title.isEmpty()));
  }

  /** This week and the next: one in almost every state. */
  private void now(Shop shop, LocalDate monday) {
    var next = monday.plusWeeks(1);
    var campaign = "Navidad";
    var approved =
        write(
            shop,
            shop.news(),
            written(
                "Horario de Navidad",
                DemoNews.text("Horario de Navidad"),
                shop.at(next.plusDays(1), 10),
                campaign),
            Aim.SUBMIT);
    approvals.approve(shop.owner(), Map.of(approved, 2)).orFail();
    write(
        shop,
        shop.linkedin(),
        written(
            "",
            "Este año envolvemos los regalos con papel reciclado y cuerda de algodón. ¿Vienes a verlo? #librería",
            shop.at(next.plusDays(2), 12),
            campaign),
        Aim.SUBMIT);
    write(shop, shop.instagram(), pictured(shop, next), Aim.SUBMIT);
    var back =
        write(
            shop,
            shop.news(),
            written(
                "Diez libros para regalar",
                DemoNews.text("Diez libros para regalar"),
                shop.at(next.plusDays(8), 10),
                campaign),
            Aim.SUBMIT);
    approvals
        .giveBack(
            shop.owner(), back, 2, "Añade el precio de cada uno y cambia el tercero: está agotado.")
        .orFail();
    write(
        shop,
        shop.linkedin(),
        written("", "Balance de un año de club de lectura", shop.at(next.plusDays(9), 12), ""),
        Aim.DRAFT);
    var held =
        write(
            shop,
            shop.linkedin(),
            written(
                "",
                "El miércoles cerramos por la tarde por inventario.",
                shop.at(next.plusDays(3), 9),
                ""),
            Aim.SUBMIT);
    posts.hold(shop.owner(), held, 2).orFail();
    posts
        .write(
            shop.assistant(),
            Ids.fresh(),
            List.of(
                new Wanted(
                    shop.instagram(),
                    new Written(
                        new Content(
                            "", "Serie: quién hay detrás de cada mesa", "", "", "", List.of()),
                        null,
                        "",
                        Brief.NONE))),
            Aim.IDEA)
        .orFail();
  }

  private Written pictured(Shop shop, LocalDate next) {
    var picture =
        new Content.Picture(
            file(shop, 7),
            "Una estantería con lomos de colores sobre una tabla de madera",
            "Foto propia");
    var content =
        new Content(
            "",
            "La mesa de Navidad ya está puesta. ¿Cuál te llevas? #librería #libros",
            "",
            "",
            "",
            List.of(picture));
    return new Written(content, shop.at(next.plusDays(4), 18), "Navidad", Brief.NONE);
  }

  private BlobId file(Shop shop, int salt) {
    try (var in = new ByteArrayInputStream(DemoPicture.png(salt))) {
      return blobs
          .store(in, Purpose.ATTACHMENT, "mesa.png", shop.assistant().me().value())
          .orFail()
          .id();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
