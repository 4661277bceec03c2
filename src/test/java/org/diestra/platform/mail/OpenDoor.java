package org.diestra.platform.mail;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The house's door for mail, opened on a free port, and somebody who brings mail to it. */
public final class OpenDoor implements AutoCloseable {
  private final MailDoor door;
  private final ReplyAddresses addresses;

  private OpenDoor(MailDoor door, ReplyAddresses addresses) {
    this.door = door;
    this.addresses = addresses;
  }

  public static OpenDoor open(JdbcClient jdbc, ObjectProvider<Replies> replies) {
    var addresses = new ReplyAddresses(true, "diestra.localhost", jdbc);
    var door = new MailDoor(URI.create("smtp://127.0.0.1:0"), addresses, replies);
    door.start();
    return new OpenDoor(door, addresses);
  }

  public String address(UUID id) {
    return addresses.of(id).orElseThrow();
  }

  /** A mail in the making. */
  public static MimeMessage mail(String from, String text) throws MessagingException {
    var mail = new MimeMessage(Session.getInstance(new Properties()));
    mail.setFrom(new InternetAddress(from));
    mail.setSubject("Re: Mensaje nuevo");
    mail.setText(text, "UTF-8");
    return mail;
  }

  /**
   * Brings it.
   *
   * @return what the house says: empty where it takes it, else why not
   */
  public String bring(MimeMessage mail, String envelope, String to) throws MessagingException {
    var settings = new Properties();
    settings.setProperty("mail.smtp.from", envelope);
    settings.setProperty("mail.smtp.timeout", "60000");
    var session = Session.getInstance(settings);
    mail.setRecipient(RecipientType.TO, new InternetAddress(to));
    if (mail.getMessageID() == null) {
      mail.saveChanges(); // which makes the id: brought again, it is the same mail
    }
    try (var line = session.getTransport("smtp")) {
      line.connect("127.0.0.1", door.port(), null, null);
      line.sendMessage(mail, mail.getAllRecipients());
      return "";
    } catch (SMTPSendFailedException refused) {
      return String.valueOf(refused.getMessage());
    } catch (MessagingException refused) {
      var next = refused.getNextException();
      return String.valueOf(next == null ? refused.getMessage() : next.getMessage());
    }
  }

  /**
   * Brings it to several at once, as a server does that has one mail for all of them.
   *
   * @return to whom it is to be brought later
   */
  public List<String> bringAll(MimeMessage mail, String envelope, String... to)
      throws MessagingException {
    var settings = new Properties();
    settings.setProperty("mail.smtp.from", envelope);
    settings.setProperty("mail.smtp.timeout", "60000");
    settings.setProperty("mail.smtp.sendpartial", "true");
    mail.setRecipients(RecipientType.TO, InternetAddress.parse(String.join(",", to)));
    mail.saveChanges();
    try (var line = Session.getInstance(settings).getTransport("smtp")) {
      line.connect("127.0.0.1", door.port(), null, null);
      line.sendMessage(mail, mail.getAllRecipients());
      return List.of();
    } catch (SendFailedException partly) {
      return Arrays.stream(partly.getValidUnsentAddresses()).map(Object::toString).toList();
    }
  }

  @Override
  public void close() {
    door.stop();
  }
}
