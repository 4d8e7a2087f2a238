<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name></name>
    <message numerus="yes">
        <source>%Ln confirmed</source>
        <translation>
            <numerusform>%Ln bestätigt</numerusform>
            <numerusform>%Ln bestätigt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln letters</source>
        <translation>
            <numerusform>%Ln Buchstabe</numerusform>
            <numerusform>%Ln Buchstaben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln letters count: those of pages that are confirmed as a whole, those drawn at random, and those below {sure}, which every review asks about.</source>
        <translation>
            <numerusform>%Ln Buchstabe zählt: die von ganz bestätigten Seiten, die zufällig gezogenen und die unter {sure}, nach denen jede Durchsicht fragt.</numerusform>
            <numerusform>%Ln Buchstaben zählen: die von ganz bestätigten Seiten, die zufällig gezogenen und die unter {sure}, nach denen jede Durchsicht fragt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln letters that the reader was sure of do not count, as you chose them yourself: mistakes catch the eye, so of letters that people choose more are wrong than of the rest.</source>
        <translation>
            <numerusform>%Ln Buchstabe, bei dem der Leser sicher war, zählt nicht, weil Sie ihn selbst gewählt haben: Fehler fallen auf, also ist von gewählten Buchstaben mehr falsch als von den übrigen.</numerusform>
            <numerusform>%Ln Buchstaben, bei denen der Leser sicher war, zählen nicht, weil Sie sie selbst gewählt haben: Fehler fallen auf, also ist von gewählten Buchstaben mehr falsch als von den übrigen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln letters to check, those below {percent}.</source>
        <translation>
            <numerusform>%Ln Buchstabe zu prüfen, unter {percent}.</numerusform>
            <numerusform>%Ln Buchstaben zu prüfen, die unter {percent}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln letters to check: none is sure enough.</source>
        <translation>
            <numerusform>%Ln Buchstabe zu prüfen: Keiner ist sicher genug.</numerusform>
            <numerusform>%Ln Buchstaben zu prüfen: Keiner ist sicher genug.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln older steps can no longer be undone: they were too many to be kept.</source>
        <translation>
            <numerusform>%Ln älterer Schritt lässt sich nicht mehr zurücknehmen: es waren zu viele, um alle zu behalten.</numerusform>
            <numerusform>%Ln ältere Schritte lassen sich nicht mehr zurücknehmen: es waren zu viele, um alle zu behalten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n about how letters are cut</source>
        <translation>
            <numerusform>%n dazu, wie Buchstaben getrennt sind</numerusform>
            <numerusform>%n dazu, wie Buchstaben getrennt sind</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n boxes without a letter.</source>
        <translation>
            <numerusform>%n Kästchen ohne Buchstaben.</numerusform>
            <numerusform>%n Kästchen ohne Buchstaben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n characters cannot be letters and were left out: {signs}</source>
        <translation>
            <numerusform>%Ln Zeichen kann kein Buchstabe sein und wurde weggelassen: {signs}</numerusform>
            <numerusform>%Ln Zeichen können keine Buchstaben sein und wurden weggelassen: {signs}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n doubtful.</source>
        <translation>
            <numerusform>%n zweifelhaft.</numerusform>
            <numerusform>%n zweifelhaft.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n epochs</source>
        <translation>
            <numerusform>%n Epoche</numerusform>
            <numerusform>%n Epochen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n ausgelassen</numerusform>
            <numerusform>%n ausgelassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letters</source>
        <translation>
            <numerusform>%n Buchstabe</numerusform>
            <numerusform>%n Buchstaben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letters changed.</source>
        <translation>
            <numerusform>%n Buchstabe geändert.</numerusform>
            <numerusform>%n Buchstaben geändert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letters confirmed</source>
        <translation>
            <numerusform>%n Buchstabe bestätigt</numerusform>
            <numerusform>%n Buchstaben bestätigt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letters corrected</source>
        <translation>
            <numerusform>%n Buchstabe korrigiert</numerusform>
            <numerusform>%n Buchstaben korrigiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letters deleted</source>
        <translation>
            <numerusform>%n Buchstabe gelöscht</numerusform>
            <numerusform>%n Buchstaben gelöscht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letters of the practice sheet confirmed.</source>
        <translation>
            <numerusform>%n Buchstabe des Übungsblatts bestätigt.</numerusform>
            <numerusform>%n Buchstaben des Übungsblatts bestätigt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letters read anew since count as wrong.</source>
        <translation>
            <numerusform>Ein seither neu gelesener Buchstabe zählt als falsch.</numerusform>
            <numerusform>%n seither neu gelesene Buchstaben zählen als falsch.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letters selected</source>
        <translation>
            <numerusform>%n Buchstabe ausgewählt</numerusform>
            <numerusform>%n Buchstaben ausgewählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letters were not confirmed, as they have no reading.</source>
        <translation>
            <numerusform>%Ln Buchstabe wurde nicht bestätigt, denn gelesen wurde dort nichts.</numerusform>
            <numerusform>%Ln Buchstaben wurden nicht bestätigt, denn gelesen wurde dort nichts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letters, none to check</source>
        <translation>
            <numerusform>%n Buchstabe, nichts zu prüfen</numerusform>
            <numerusform>%n Buchstaben, nichts zu prüfen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n marks of ink, {count} left out.</source>
        <translation>
            <numerusform>Eine Spur Tinte, {count} weggelassen.</numerusform>
            <numerusform>%n Spuren Tinte, {count} weggelassen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n marks of ink.</source>
        <translation>
            <numerusform>Eine Spur Tinte.</numerusform>
            <numerusform>%n Spuren Tinte.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more pages</source>
        <translation>
            <numerusform>%n weitere Seite</numerusform>
            <numerusform>%n weitere Seiten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them are on another page: {pages}.</source>
        <translation>
            <numerusform>%n davon steht auf einer anderen Seite: {pages}.</numerusform>
            <numerusform>%n davon stehen auf einer anderen Seite: {pages}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them are on other pages: {pages}.</source>
        <translation>
            <numerusform>%n davon steht auf anderen Seiten: {pages}.</numerusform>
            <numerusform>%n davon stehen auf anderen Seiten: {pages}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them confirmed.</source>
        <translation>
            <numerusform>%n davon bestätigt.</numerusform>
            <numerusform>%n davon bestätigt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them doubtful</source>
        <translation>
            <numerusform>%n davon zweifelhaft</numerusform>
            <numerusform>%n davon zweifelhaft</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of {needed} letters known</source>
        <translation>
            <numerusform>%n von {needed} Buchstaben bekannt</numerusform>
            <numerusform>%n von {needed} Buchstaben bekannt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on another page</source>
        <translation>
            <numerusform>%n auf anderer Seite</numerusform>
            <numerusform>%n auf anderer Seite</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on other pages</source>
        <translation>
            <numerusform>%n auf anderen Seiten</numerusform>
            <numerusform>%n auf anderen Seiten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on others</source>
        <translation>
            <numerusform>%n auf anderen</numerusform>
            <numerusform>%n auf anderen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on this page</source>
        <translation>
            <numerusform>%n auf dieser Seite</numerusform>
            <numerusform>%n auf dieser Seite</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pages</source>
        <translation>
            <numerusform>%n Seite</numerusform>
            <numerusform>%n Seiten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pages that another reader reads were left out.</source>
        <translation>
            <numerusform>Eine Seite, die ein anderer Leser liest, blieb aus.</numerusform>
            <numerusform>%n Seiten, die ein anderer Leser liest, blieben aus.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pages that were not read yet are left out.</source>
        <translation>
            <numerusform>%n Seite, die noch nicht gelesen wurde, fehlt.</numerusform>
            <numerusform>%n Seiten, die noch nicht gelesen wurden, fehlen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pages were edited since and stay as they are.</source>
        <translation>
            <numerusform>%n Seite wurde seither bearbeitet und bleibt, wie sie ist.</numerusform>
            <numerusform>%n Seiten wurden seither bearbeitet und bleiben, wie sie sind.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pages were taken out and stay as they are.</source>
        <translation>
            <numerusform>%n Seite wurde herausgenommen und bleibt, wie sie ist.</numerusform>
            <numerusform>%n Seiten wurden herausgenommen und bleiben, wie sie sind.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pages whose images are missing were left out.</source>
        <translation>
            <numerusform>Eine Seite, deren Bild fehlt, blieb außen vor.</numerusform>
            <numerusform>%n Seiten, deren Bilder fehlen, blieben außen vor.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pages without a picture are left out: {names}.</source>
        <translation>
            <numerusform>Eine Seite ohne Bild ist ausgelassen: {names}.</numerusform>
            <numerusform>%n Seiten ohne Bild sind ausgelassen: {names}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pictures</source>
        <translation>
            <numerusform>%n Bild</numerusform>
            <numerusform>%n Bilder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n questions about letters left, {cuts}.</source>
        <translation>
            <numerusform>Noch %n Frage zu Buchstaben, {cuts}.</numerusform>
            <numerusform>Noch %n Fragen zu Buchstaben, {cuts}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n questions about letters left.</source>
        <translation>
            <numerusform>Noch %n Frage zu Buchstaben.</numerusform>
            <numerusform>Noch %n Fragen zu Buchstaben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n questions left, about how letters are cut.</source>
        <translation>
            <numerusform>Noch %n Frage dazu, wie Buchstaben getrennt sind.</numerusform>
            <numerusform>Noch %n Fragen dazu, wie Buchstaben getrennt sind.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n relabelled</source>
        <translation>
            <numerusform>%n umbenannt</numerusform>
            <numerusform>%n umbenannt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n ausgewählt</numerusform>
            <numerusform>%n ausgewählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n steps</source>
        <translation>
            <numerusform>%n Schritt</numerusform>
            <numerusform>%n Schritte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n steps got back.</source>
        <translation>
            <numerusform>%n Schritt zurückgeholt.</numerusform>
            <numerusform>%n Schritte zurückgeholt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n steps not saved</source>
        <translation>
            <numerusform>%n Schritt nicht gespeichert</numerusform>
            <numerusform>%n Schritte nicht gespeichert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n times</source>
        <translation>
            <numerusform>%n-mal</numerusform>
            <numerusform>%n-mal</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to check</source>
        <translation>
            <numerusform>%n zu prüfen</numerusform>
            <numerusform>%n zu prüfen</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;About ocrdesk</source>
        <translation>Ü&amp;ber ocrdesk</translation>
    </message>
    <message>
        <source>&amp;Actual Size</source>
        <translation>&amp;Originalgröße</translation>
    </message>
    <message>
        <source>&amp;Box</source>
        <translation>Rahme&amp;n</translation>
    </message>
    <message>
        <source>&amp;Boxes</source>
        <translation>&amp;Rahmen</translation>
    </message>
    <message>
        <source>&amp;Character</source>
        <translation>&amp;Zeichen</translation>
    </message>
    <message>
        <source>&amp;Characters</source>
        <translation>&amp;Zeichen</translation>
    </message>
    <message>
        <source>&amp;Close Page</source>
        <translation>Seite s&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;Contact Sheet…</source>
        <translation>&amp;Kontaktbogen …</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Copy Report</source>
        <translation>Bericht &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Copy Text</source>
        <translation>Text &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Default</source>
        <translation>&amp;Vorgabe</translation>
    </message>
    <message>
        <source>&amp;Delete Letter</source>
        <translation>Buchsta&amp;ben löschen</translation>
    </message>
    <message>
        <source>&amp;Delete {count} Letters</source>
        <translation>{count} Buchsta&amp;ben löschen</translation>
    </message>
    <message>
        <source>&amp;Delete “{shown}”</source>
        <translation>„{shown}“ &amp;löschen</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>&amp;Discard…</source>
        <translation>&amp;Verwerfen …</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Export “{shown}”…</source>
        <translation>„{shown}“ &amp;exportieren …</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren …</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Fit Page</source>
        <translation>Ganze &amp;Seite</translation>
    </message>
    <message>
        <source>&amp;Forget These</source>
        <translation>Diese &amp;vergessen</translation>
    </message>
    <message>
        <source>&amp;Go On</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>&amp;Verlauf</translation>
    </message>
    <message>
        <source>&amp;Import Hand…</source>
        <translation>Handschrift &amp;importieren …</translation>
    </message>
    <message>
        <source>&amp;Ink</source>
        <translation>T&amp;inte</translation>
    </message>
    <message>
        <source>&amp;Join Its Row with the One Above</source>
        <translation>Zeile mit der darüber ver&amp;binden</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>&amp;Später</translation>
    </message>
    <message>
        <source>&amp;Learn This Hand</source>
        <translation>Diese &amp;Handschrift lernen</translation>
    </message>
    <message>
        <source>&amp;Letter</source>
        <translation>&amp;Buchstabe</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Load from a File…</source>
        <translation>Aus einer Datei &amp;laden …</translation>
    </message>
    <message>
        <source>&amp;Make a Practice Sheet…</source>
        <translation>Übungs&amp;blatt erstellen …</translation>
    </message>
    <message>
        <source>&amp;Merge with Next Letter</source>
        <translation>&amp;Mit nächstem Buchstaben verbinden</translation>
    </message>
    <message>
        <source>&amp;Merge {count} Letters</source>
        <translation>{count} Buchstaben &amp;verbinden</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modell</translation>
    </message>
    <message>
        <source>&amp;Move Page Up</source>
        <translation>Seite nach &amp;oben schieben</translation>
    </message>
    <message>
        <source>&amp;New Hand…</source>
        <translation>&amp;Neue Handschrift …</translation>
    </message>
    <message>
        <source>&amp;Next Letter</source>
        <translation>&amp;Nächster Buchstabe</translation>
    </message>
    <message>
        <source>&amp;Next Pane</source>
        <translation>Nächster Berei&amp;ch</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Öffnen …</translation>
    </message>
    <message>
        <source>&amp;Order</source>
        <translation>Reihen&amp;folge</translation>
    </message>
    <message>
        <source>&amp;Page</source>
        <translation>&amp;Seite</translation>
    </message>
    <message>
        <source>&amp;Pages</source>
        <translation>&amp;Seiten</translation>
    </message>
    <message>
        <source>&amp;Pages:</source>
        <translation>&amp;Seiten:</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>&amp;Bereiche</translation>
    </message>
    <message>
        <source>&amp;Paper</source>
        <translation>&amp;Papier</translation>
    </message>
    <message>
        <source>&amp;Paste Image</source>
        <translation>Bild &amp;einfügen</translation>
    </message>
    <message>
        <source>&amp;Previous Letter</source>
        <translation>&amp;Vorheriger Buchstabe</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Bee&amp;nden</translation>
    </message>
    <message>
        <source>&amp;Read</source>
        <translation>&amp;Lesen</translation>
    </message>
    <message>
        <source>&amp;Read Page Again</source>
        <translation>Seite erneut &amp;lesen</translation>
    </message>
    <message>
        <source>&amp;Recover</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>&amp;Remove the Space before the Letter</source>
        <translation>Leerzeichen vor dem Buchstaben &amp;entfernen</translation>
    </message>
    <message>
        <source>&amp;Rename “{shown}”…</source>
        <translation>„{shown}“ &amp;umbenennen …</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Ersetzen</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>&amp;Durchsicht</translation>
    </message>
    <message>
        <source>&amp;Rows</source>
        <translation>&amp;Zeilen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>&amp;Save As…</source>
        <translation>Speichern &amp;unter …</translation>
    </message>
    <message>
        <source>&amp;Save PDF…</source>
        <translation>PDF &amp;speichern …</translation>
    </message>
    <message>
        <source>&amp;Set</source>
        <translation>&amp;Setzen</translation>
    </message>
    <message>
        <source>&amp;Split Letter…</source>
        <translation>Buchstaben &amp;teilen …</translation>
    </message>
    <message>
        <source>&amp;Stop Reading</source>
        <translation>Lesen &amp;anhalten</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>&amp;Text</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>Erscheinungsbil&amp;d</translation>
    </message>
    <message>
        <source>&amp;These</source>
        <translation>&amp;Diese</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>&amp;Training</translation>
    </message>
    <message>
        <source>&amp;Turn by Angle…</source>
        <translation>Um einen Winkel &amp;drehen …</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Write each</source>
        <translation>Jedes sch&amp;reiben</translation>
    </message>
    <message>
        <source>&apos;{what}&apos; holds for each item its position in &apos;{table}&apos;, from 0.</source>
        <translation>&apos;{what}&apos; enthält für jeden Eintrag seine Stelle in &apos;{table}&apos;, ab 0.</translation>
    </message>
    <message>
        <source>0 remembers none.</source>
        <translation>Bei 0 wird keine gemerkt.</translation>
    </message>
    <message>
        <source>0 to 9</source>
        <translation>0 bis 9</translation>
    </message>
    <message>
        <source>36 columns stand for A to Z and 0 to 9, 26 columns for A to Z.</source>
        <translation>36 Spalten stehen für A bis Z und 0 bis 9, 26 Spalten für A bis Z.</translation>
    </message>
    <message>
        <source>64 sigmoid units</source>
        <translation>64 Sigmoid-Einheiten</translation>
    </message>
    <message>
        <source>76 % in the assignment</source>
        <translation>76 % in der Aufgabe</translation>
    </message>
    <message>
        <source>999 of 9999 letters to check</source>
        <translation>999 von 9999 Buchstaben zu prüfen</translation>
    </message>
    <message>
        <source>&lt;h3&gt;ocrdesk {version}&lt;/h3&gt;
&lt;p&gt;Reads hand-printed pages and lets you correct every letter.&lt;/p&gt;
&lt;p&gt;It works offline: your pages stay on this computer.&lt;/p&gt;
&lt;p&gt;&lt;small&gt;Python {python}, PySide {pyside}. ocrdesk is free software under the MIT licence;
Qt is used under the LGPL.&lt;/small&gt;&lt;/p&gt;</source>
        <translation>&lt;h3&gt;ocrdesk {version}&lt;/h3&gt;
&lt;p&gt;Liest Seiten in Druckschrift von Hand; jeder Buchstabe lässt sich korrigieren.&lt;/p&gt;
&lt;p&gt;Arbeitet ohne Netzverbindung: Die Seiten bleiben auf diesem Rechner.&lt;/p&gt;
&lt;p&gt;&lt;small&gt;Python {python}, PySide {pyside}. ocrdesk ist freie Software unter der MIT-Lizenz;
Qt wird unter der LGPL verwendet.&lt;/small&gt;&lt;/p&gt;</translation>
    </message>
    <message>
        <source>A &amp;pattern</source>
        <translation>Ein &amp;Muster</translation>
    </message>
    <message>
        <source>A batch of {batch_size} does not fit: there are {learners} letters to learn from, and a batch has at least one.</source>
        <translation>Ein Stapel von {batch_size} passt nicht: Es gibt {learners} Buchstaben zum Lernen, und ein Stapel hat mindestens einen.</translation>
    </message>
    <message>
        <source>A character is named twice.</source>
        <translation>Ein Zeichen ist doppelt genannt.</translation>
    </message>
    <message>
        <source>A character says what it is, Del removes its box, {skips} skips it.</source>
        <translation>Ein Zeichen sagt, was es ist, Entf löscht den Rahmen, {skips} überspringt ihn.</translation>
    </message>
    <message>
        <source>A character says what it is. If the box is cut wrong, use Split, Merge or Delete Letter in the Edit menu: that counts as wrong, too.</source>
        <translation>Ein Zeichen sagt, was es ist. Ist der Rahmen falsch: teilen, verbinden oder löschen, im Menü Bearbeiten. Auch das zählt als falsch.</translation>
    </message>
    <message>
        <source>A character says what they are, Del removes them, {skips} skips them.</source>
        <translation>Ein Zeichen sagt, was sie sind, Entf löscht sie, {skips} überspringt sie.</translation>
    </message>
    <message>
        <source>A check of random letters tells how many may still be wrong.</source>
        <translation>Eine Prüfung zufälliger Buchstaben sagt, wie viele noch falsch sein können.</translation>
    </message>
    <message>
        <source>A click or the space bar leaves one out.</source>
        <translation>Ein Klick oder die Leertaste nimmt einen aus.</translation>
    </message>
    <message>
        <source>A dense network and a convolution of about as many weights learn the same letters. Look at what happens when letters move by a few pixels: a convolution looks for the same stroke everywhere, a dense layer only where it saw it.</source>
        <translation>Ein dichtes Netz und eine Faltung mit etwa gleich vielen Gewichten lernen dieselben Buchstaben. Zu beachten ist, was geschieht, wenn Buchstaben um einige Bildpunkte verschoben sind: Eine Faltung sucht denselben Strich überall, eine dichte Schicht nur dort, wo sie ihn sah.</translation>
    </message>
    <message>
        <source>A document holds at most {_MOST_PAGES} pages.</source>
        <translation>Ein Dokument fasst höchstens {_MOST_PAGES} Seiten.</translation>
    </message>
    <message>
        <source>A field has either a pattern or a list of words.</source>
        <translation>Ein Feld hat entweder ein Muster oder eine Liste von Wörtern.</translation>
    </message>
    <message>
        <source>A file of PAGE XML holds one page, not {pages}.</source>
        <translation>Eine Datei in PAGE-XML fasst eine Seite, nicht {pages}.</translation>
    </message>
    <message>
        <source>A folder of pictures…</source>
        <translation>Ein Ordner mit Bildern …</translation>
    </message>
    <message>
        <source>A form to print and fill in by hand, from which ocrdesk learns how you write</source>
        <translation>Ein Formular zum Ausdrucken und Ausfüllen von Hand, aus dem ocrdesk die Handschrift lernt</translation>
    </message>
    <message>
        <source>A grey window slides over the picture. Disks: covering it there makes the character less probable. Rings: more probable. The larger, the more.</source>
        <translation>Ein graues Fenster gleitet über das Bild. Scheiben: Dort verdeckt, wird das Zeichen unwahrscheinlicher. Ringe: wahrscheinlicher. Je größer, desto mehr.</translation>
    </message>
    <message>
        <source>A hand-printed note that came with ocrdesk.</source>
        <translation>Ein mitgelieferter Zettel in Druckschrift.</translation>
    </message>
    <message>
        <source>A key you type sets all {count}.</source>
        <translation>Eine getippte Taste setzt alle {count}.</translation>
    </message>
    <message>
        <source>A key you type sets all {count}; Enter confirms the others as they were read.</source>
        <translation>Eine getippte Taste setzt alle {count}; Eingabe bestätigt die übrigen, wie sie gelesen wurden.</translation>
    </message>
    <message>
        <source>A key you type sets all {count}; Enter confirms them as they were read.</source>
        <translation>Eine getippte Taste setzt alle {count}; Eingabe bestätigt sie, wie sie gelesen wurden.</translation>
    </message>
    <message>
        <source>A letter cannot become nothing.</source>
        <translation>Ein Buchstabe kann nicht zu nichts werden.</translation>
    </message>
    <message>
        <source>A letter is split into two or more.</source>
        <translation>Ein Buchstabe wird in zwei oder mehr geteilt.</translation>
    </message>
    <message>
        <source>A linear stack against one layer</source>
        <translation>Ein linearer Stapel gegen eine Schicht</translation>
    </message>
    <message>
        <source>A model is called “{name}”.</source>
        <translation>Ein Modell heißt „{name}“.</translation>
    </message>
    <message>
        <source>A name that ends in .xml may mean ALTO or PAGE.</source>
        <translation>Ein Name, der auf .xml endet, kann ALTO oder PAGE meinen.</translation>
    </message>
    <message>
        <source>A new word begins with the letter</source>
        <translation>Mit dem Buchstaben beginnt ein neues Wort</translation>
    </message>
    <message>
        <source>A page that cannot be read</source>
        <translation>Eine Seite, die sich nicht lesen lässt</translation>
    </message>
    <message>
        <source>A page that was not read is read once you look at it.</source>
        <translation>Eine ungelesene Seite wird gelesen, sobald Sie sie ansehen.</translation>
    </message>
    <message>
        <source>A practice sheet cannot show {strange}.</source>
        <translation>Ein Übungsblatt kann {strange} nicht zeigen.</translation>
    </message>
    <message>
        <source>A run can be started once the letters are loaded.</source>
        <translation>Ein Lauf kann beginnen, sobald die Buchstaben geladen sind.</translation>
    </message>
    <message>
        <source>A run has 1 to 2,000 epochs.</source>
        <translation>Ein Lauf hat 1 bis 2000 Epochen.</translation>
    </message>
    <message>
        <source>A scan, photo or PDF of hand print. You can also paste one with {keys}.</source>
        <translation>Ein Scan, Foto oder PDF mit Druckschrift. Einfügen geht auch mit {keys}.</translation>
    </message>
    <message>
        <source>A sheet cannot ask {copies} times for each character.</source>
        <translation>Ein Blatt kann nicht {copies}-mal nach jedem Zeichen fragen.</translation>
    </message>
    <message>
        <source>A stands for a letter, a for a small one, 9 for a digit, * for anything; {2,4} says how often. For example AAA-999: three letters and three digits.</source>
        <translation>A steht für einen Buchstaben, a für einen kleinen, 9 für eine Ziffer, * für alles; {2,4} sagt, wie oft. Zum Beispiel AAA-999: drei Buchstaben und drei Ziffern.</translation>
    </message>
    <message>
        <source>A to Z</source>
        <translation>A bis Z</translation>
    </message>
    <message>
        <source>A to Z and 0 to 9</source>
        <translation>A bis Z und 0 bis 9</translation>
    </message>
    <message>
        <source>A to Z, 0 to 9</source>
        <translation>A bis Z, 0 bis 9</translation>
    </message>
    <message>
        <source>A {kind} needs a picture, and a dense layer before it left only a row.</source>
        <translation>Eine Schicht „{kind}“ braucht ein Bild, und eine dichte Schicht davor ließ nur eine Zeile übrig.</translation>
    </message>
    <message>
        <source>A {kind} works channel by channel: put a convolution before it.</source>
        <translation>Eine Schicht „{kind}“ arbeitet Kanal für Kanal: eine Faltung davor setzen.</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>AAA-999</source>
        <translation>AAA-999</translation>
    </message>
    <message>
        <source>ALTO XML</source>
        <translation>ALTO-XML</translation>
    </message>
    <message>
        <source>About ocrdesk</source>
        <translation>Über ocrdesk</translation>
    </message>
    <message>
        <source>Accept {percent} wrong</source>
        <translation>{percent} Fehler hinnehmen</translation>
    </message>
    <message>
        <source>Accuracy meanwhile</source>
        <translation>Genauigkeit unterdessen</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>Aktivierung</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>Aktivierungen</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>Adam has its own momentum: set momentum to 0, or choose SGD.</source>
        <translation>Adam hat seine eigene Trägheit: Trägheit auf 0 setzen oder SGD wählen.</translation>
    </message>
    <message>
        <source>Adam usually wants a learning rate of 0.01 or less.</source>
        <translation>Adam will meist eine Lernrate von 0,01 oder weniger.</translation>
    </message>
    <message>
        <source>Add &amp;Letter Here</source>
        <translation>Hier einen &amp;Buchstaben hinzufügen</translation>
    </message>
    <message>
        <source>Add L&amp;etter</source>
        <translation>Buchstaben &amp;hinzufügen</translation>
    </message>
    <message>
        <source>Add Layer</source>
        <translation>Schicht hinzufügen</translation>
    </message>
    <message>
        <source>Add a letter</source>
        <translation>Einen Buchstaben hinzufügen</translation>
    </message>
    <message>
        <source>Add a letter first.</source>
        <translation>Zuerst einen Buchstaben hinzufügen.</translation>
    </message>
    <message>
        <source>Add a letter to the selection, or take it out</source>
        <translation>Einen Buchstaben zur Auswahl hinzufügen oder daraus entfernen</translation>
    </message>
    <message>
        <source>Add an array &apos;charset&apos; with the characters in order, such as &apos;ABC...&apos;.</source>
        <translation>Ein Feld &apos;charset&apos; mit den Zeichen in ihrer Reihenfolge hinzufügen, etwa &apos;ABC...&apos;.</translation>
    </message>
    <message>
        <source>Add letter</source>
        <translation>Buchstaben hinzufügen</translation>
    </message>
    <message>
        <source>Add the character of each image.</source>
        <translation>Das Zeichen jedes Bildes hinzufügen.</translation>
    </message>
    <message>
        <source>Add the pages anew from their scans, or from another copy of the document.</source>
        <translation>Die Seiten aus ihren Scans oder einer anderen Kopie des Dokuments neu hinzufügen.</translation>
    </message>
    <message>
        <source>Add words of others: some writers choose the best epoch.</source>
        <translation>Wörter anderer hinzufügen: Einige Schreiber wählen die beste Epoche.</translation>
    </message>
    <message>
        <source>Adjust &amp;Ink…</source>
        <translation>T&amp;inte einstellen …</translation>
    </message>
    <message numerus="yes">
        <source>After %Ln older steps, not kept</source>
        <translation>
            <numerusform>Nach %Ln älterem Schritt, nicht behalten</numerusform>
            <numerusform>Nach %Ln älteren Schritten, nicht behalten</numerusform>
        </translation>
    </message>
    <message>
        <source>After the last epoch</source>
        <translation>Nach der letzten Epoche</translation>
    </message>
    <message>
        <source>After {epochs} epochs, read right of the letters held out: {told}.</source>
        <translation>Nach {epochs} Epochen richtig gelesen von den zurückgehaltenen Buchstaben: {told}.</translation>
    </message>
    <message>
        <source>After {epochs} epochs: {told}.</source>
        <translation>Nach {epochs} Epochen: {told}.</translation>
    </message>
    <message>
        <source>After {history} epochs at that depth, read right of the letters held out: {best}.</source>
        <translation>Nach {history} Epochen bei dieser Tiefe richtig gelesen von den zurückgehaltenen Buchstaben: {best}.</translation>
    </message>
    <message numerus="yes">
        <source>All %Ln letters are confirmed. How many are wrong rests on your answers alone.</source>
        <translation>
            <numerusform>Der eine Buchstabe ist bestätigt. Ob er falsch ist, hängt nur von Ihrer Antwort ab.</numerusform>
            <numerusform>Alle %Ln Buchstaben sind bestätigt. Wie viele falsch sind, hängt nur von Ihren Antworten ab.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n pages</source>
        <translation>
            <numerusform>Alle %n Seite</numerusform>
            <numerusform>Alle %n Seiten</numerusform>
        </translation>
    </message>
    <message>
        <source>All confirmed</source>
        <translation>Alle bestätigt</translation>
    </message>
    <message>
        <source>All confirmed.</source>
        <translation>Alle bestätigt.</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>All is read as before. Check what you confirmed, or confirm more letters.</source>
        <translation>Alles wird gelesen wie zuvor. Bestätigtes prüfen oder mehr Buchstaben bestätigen.</translation>
    </message>
    <message>
        <source>All letters that are read as the selected one&apos;s character, on all pages</source>
        <translation>Alle Buchstaben auf allen Seiten, die als dasselbe Zeichen wie der ausgewählte gelesen werden</translation>
    </message>
    <message>
        <source>All letters, digits and marks</source>
        <translation>Alle Buchstaben, Ziffern und Satzzeichen</translation>
    </message>
    <message>
        <source>All others were put in.</source>
        <translation>Alle anderen sind eingesetzt.</translation>
    </message>
    <message>
        <source>All questions are answered</source>
        <translation>Alle Fragen sind beantwortet</translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation>Alle {count}</translation>
    </message>
    <message>
        <source>All {count} characters</source>
        <translation>Alle {count} Zeichen</translation>
    </message>
    <message>
        <source>An array of shape {value2} is not an image.</source>
        <translation>Ein Feld der Form {value2} ist kein Bild.</translation>
    </message>
    <message>
        <source>And {count} more.</source>
        <translation>Und {count} weitere.</translation>
    </message>
    <message>
        <source>Another window has taken this work over, or is looking at it.</source>
        <translation>Ein anderes Fenster hat diese Arbeit übernommen oder sieht sie an.</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Are {before} one letter, {parts}?</source>
        <translation>Sind {before} ein Buchstabe, {parts}?</translation>
    </message>
    <message>
        <source>Are {before} really {parts}?</source>
        <translation>Sind {before} eigentlich {parts}?</translation>
    </message>
    <message>
        <source>Arrangement of the panels</source>
        <translation>Anordnung der Bereiche</translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation>Pfeiltasten</translation>
    </message>
    <message>
        <source>As it was read</source>
        <translation>Wie gelesen</translation>
    </message>
    <message numerus="yes">
        <source>As sure as the reader is, about {about} of {letters} letters are wrong ({low} to {high}), if the %Ln that you confirmed are right.</source>
        <translation>
            <numerusform>So sicher, wie der Leser ist, sind etwa {about} von {letters} Buchstaben falsch ({low} bis {high}), wenn der eine stimmt, den Sie bestätigt haben.</numerusform>
            <numerusform>So sicher, wie der Leser ist, sind etwa {about} von {letters} Buchstaben falsch ({low} bis {high}), wenn die %Ln stimmen, die Sie bestätigt haben.</numerusform>
        </translation>
    </message>
    <message>
        <source>As sure as the reader is, about {about} of {letters} letters are wrong ({low} to {high}).</source>
        <translation>So sicher, wie der Leser ist, sind etwa {about} von {letters} Buchstaben falsch ({low} bis {high}).</translation>
    </message>
    <message>
        <source>As the &amp;System</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Ask again at the next start</source>
        <translation>Beim nächsten Start wieder fragen</translation>
    </message>
    <message>
        <source>Ask for 1 to {MOST_COPIES}.</source>
        <translation>1 bis {MOST_COPIES} verlangen.</translation>
    </message>
    <message>
        <source>Ask for letters of Western languages, digits and marks such as € or ß.</source>
        <translation>Buchstaben westlicher Sprachen, Ziffern und Zeichen wie € oder ß verlangen.</translation>
    </message>
    <message>
        <source>Ask its owner for permission, or copy it to a folder of your own.</source>
        <translation>Beim Besitzer um Erlaubnis bitten oder sie in einen eigenen Ordner kopieren.</translation>
    </message>
    <message>
        <source>At depth {deepest} the first layer&apos;s gradient is, as a share of the last one&apos;s: {told}.</source>
        <translation>Bei Tiefe {deepest} beträgt der Gradient der ersten Schicht als Anteil dessen der letzten: {told}.</translation>
    </message>
    <message>
        <source>At epoch {epoch}</source>
        <translation>Bei Epoche {epoch}</translation>
    </message>
    <message numerus="yes">
        <source>At least %n letters seem to be on this page outside all boxes.</source>
        <translation>
            <numerusform>Mindestens %n Buchstabe scheint auf dieser Seite außerhalb aller Rahmen zu stehen.</numerusform>
            <numerusform>Mindestens %n Buchstaben scheinen auf dieser Seite außerhalb aller Rahmen zu stehen.</numerusform>
        </translation>
    </message>
    <message>
        <source>At this epoch</source>
        <translation>Bei dieser Epoche</translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation>Abwandlung</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Back to the default</source>
        <translation>Zurück zur Vorgabe</translation>
    </message>
    <message>
        <source>Back to {name}</source>
        <translation>Zurück zu {name}</translation>
    </message>
    <message>
        <source>Bands behind rows</source>
        <translation>Bänder hinter Zeilen</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>Stapelgröße</translation>
    </message>
    <message>
        <source>Batches of several sizes</source>
        <translation>Stapel verschiedener Größe</translation>
    </message>
    <message>
        <source>Before training</source>
        <translation>Vor dem Training</translation>
    </message>
    <message>
        <source>Begin a &amp;New Row with the Letter</source>
        <translation>Mit dem Buchstaben eine &amp;neue Zeile beginnen</translation>
    </message>
    <message>
        <source>Below one level</source>
        <translation>Unter einer Schwelle</translation>
    </message>
    <message>
        <source>Below {percent}</source>
        <translation>Unter {percent}</translation>
    </message>
    <message>
        <source>Below {percent} %</source>
        <translation>Unter {percent} %</translation>
    </message>
    <message>
        <source>Best {best}</source>
        <translation>Beste {best}</translation>
    </message>
    <message>
        <source>Best {best} only</source>
        <translation>Nur die besten {best}</translation>
    </message>
    <message>
        <source>Blue wants ink, brown wants paper.</source>
        <translation>Blau will Tinte, Braun will Papier.</translation>
    </message>
    <message>
        <source>Boxes around letters</source>
        <translation>Rahmen um Buchstaben</translation>
    </message>
    <message>
        <source>Boxes for Tesseract</source>
        <translation>Rahmen für Tesseract</translation>
    </message>
    <message>
        <source>By ink alone: {share} for {parts}.</source>
        <translation>Der Tinte nach: {share} für {parts}.</translation>
    </message>
    <message>
        <source>By its ink alone: {shown}.</source>
        <translation>Nur nach der Tinte: {shown}.</translation>
    </message>
    <message>
        <source>By probabilities corrected by {letters} letters that you confirmed.</source>
        <translation>Nach Wahrscheinlichkeiten, die {letters} von Ihnen bestätigte Buchstaben berichtigen.</translation>
    </message>
    <message>
        <source>By the list of words.</source>
        <translation>Nach der Liste der Wörter.</translation>
    </message>
    <message>
        <source>By the pattern “{pattern}”.</source>
        <translation>Nach dem Muster „{pattern}“.</translation>
    </message>
    <message>
        <source>By the probabilities as the reader says them.</source>
        <translation>Nach den Wahrscheinlichkeiten, wie der Leser sie angibt.</translation>
    </message>
    <message>
        <source>By their ink these letters do not fit it, so it gives way here.</source>
        <translation>Nach ihrer Tinte passen diese Buchstaben nicht dazu; hier gilt es deshalb nicht.</translation>
    </message>
    <message>
        <source>C&amp;lear Label</source>
        <translation>Korrektur &amp;zurücknehmen</translation>
    </message>
    <message>
        <source>C&amp;lear {count} Labels</source>
        <translation>{count} Korrekturen &amp;zurücknehmen</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>Abb&amp;rechen</translation>
    </message>
    <message>
        <source>Calibration error: {error}.</source>
        <translation>Kalibrierungsfehler: {error}.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel: {title}</source>
        <translation>Abbrechen: {title}</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Wird abgebrochen …</translation>
    </message>
    <message>
        <source>Capitals and digits</source>
        <translation>Großbuchstaben und Ziffern</translation>
    </message>
    <message>
        <source>Change the data, then try again.</source>
        <translation>Die Daten ändern, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>Change the keys of “{what}”</source>
        <translation>Die Tasten von „{what}“ ändern</translation>
    </message>
    <message>
        <source>Change the permissions there, or set OCRDESK_HOME to a folder that can be written.</source>
        <translation>Dort die Rechte ändern, oder OCRDESK_HOME auf einen beschreibbaren Ordner setzen.</translation>
    </message>
    <message>
        <source>Change the settings, then start again.</source>
        <translation>Die Einstellungen ändern, dann erneut starten.</translation>
    </message>
    <message>
        <source>Changed by Another</source>
        <translation>Von anderswo geändert</translation>
    </message>
    <message>
        <source>Changed letter {place} of {count}: {before} → {after}</source>
        <translation>Geänderter Buchstabe {place} von {count}: {before} → {after}</translation>
    </message>
    <message>
        <source>Changes not saved</source>
        <translation>Änderungen nicht gespeichert</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Character</source>
        <translation>Zeichen</translation>
    </message>
    <message>
        <source>Character to show</source>
        <translation>Zu zeigendes Zeichen</translation>
    </message>
    <message>
        <source>Character: {character}</source>
        <translation>Zeichen: {character}</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>Zeichen</translation>
    </message>
    <message numerus="yes">
        <source>Check %n</source>
        <translation>
            <numerusform>%n prüfen</numerusform>
            <numerusform>%n prüfen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Check %n More at Random</source>
        <translation>
            <numerusform>%n weiteren zufällig prüfen</numerusform>
            <numerusform>%n weitere zufällig prüfen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Check %n Random Letters</source>
        <translation>
            <numerusform>%n zufälligen Buchstaben prüfen</numerusform>
            <numerusform>%n zufällige Buchstaben prüfen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Check %n at Random</source>
        <translation>
            <numerusform>%n zufällig prüfen</numerusform>
            <numerusform>%n zufällig prüfen</numerusform>
        </translation>
    </message>
    <message>
        <source>Check &amp;Random Letters</source>
        <translation>Zu&amp;fällige Buchstaben prüfen</translation>
    </message>
    <message>
        <source>Check below 98 %</source>
        <translation>Unter 98 % prüfen</translation>
    </message>
    <message>
        <source>Check below {percent}</source>
        <translation>Unter {percent} prüfen</translation>
    </message>
    <message>
        <source>Check its name.</source>
        <translation>Den Namen prüfen.</translation>
    </message>
    <message>
        <source>Check its permissions and that its drive is there, or try a copy of it.</source>
        <translation>Rechte und Laufwerk prüfen oder es mit einer Kopie versuchen.</translation>
    </message>
    <message>
        <source>Check its permissions, and that its drive is there.</source>
        <translation>Rechte und Laufwerk prüfen.</translation>
    </message>
    <message>
        <source>Check its permissions, or try a copy of it.</source>
        <translation>Die Rechte prüfen oder es mit einer Kopie versuchen.</translation>
    </message>
    <message>
        <source>Check that labels and charset belong together.</source>
        <translation>Prüfen, ob Bezeichnungen und Zeichensatz zusammengehören.</translation>
    </message>
    <message>
        <source>Check that the mapping beside it belongs to these labels.</source>
        <translation>Prüfen, ob die Zuordnung daneben zu diesen Bezeichnungen gehört.</translation>
    </message>
    <message>
        <source>Check that the name is right and that you may read the file and its folder.</source>
        <translation>Prüfen, ob der Name stimmt und ob Datei und Ordner gelesen werden dürfen.</translation>
    </message>
    <message>
        <source>Check that what it lies in is a folder, can be written and has space left.</source>
        <translation>Prüfen, ob es in einem beschreibbaren Ordner liegt, in dem noch Platz ist.</translation>
    </message>
    <message>
        <source>Check the name and the folder.</source>
        <translation>Name und Ordner prüfen.</translation>
    </message>
    <message>
        <source>Check the name and the permissions of its folder.</source>
        <translation>Den Namen und die Rechte seines Ordners prüfen.</translation>
    </message>
    <message>
        <source>Check where OCRDESK_DATA leads.</source>
        <translation>Prüfen, wohin OCRDESK_DATA führt.</translation>
    </message>
    <message>
        <source>Choose a file that ends in .ocrdesk.</source>
        <translation>Eine Datei wählen, die auf .ocrdesk endet.</translation>
    </message>
    <message>
        <source>Choose a folder with photos or scans: PDF, JPEG, PNG, TIFF, BMP, WebP, GIF or PNM.</source>
        <translation>Einen Ordner mit Fotos oder Scans wählen: PDF, JPEG, PNG, TIFF, BMP, WebP, GIF oder PNM.</translation>
    </message>
    <message>
        <source>Choose a model that reads this kind of writing.</source>
        <translation>Ein Modell wählen, das diese Art Schrift liest.</translation>
    </message>
    <message>
        <source>Choose a model with that character, or leave the word out.</source>
        <translation>Ein Modell mit diesem Zeichen wählen oder das Wort weglassen.</translation>
    </message>
    <message>
        <source>Choose a name in a folder.</source>
        <translation>Einen Namen in einem Ordner wählen.</translation>
    </message>
    <message>
        <source>Choose a profile.</source>
        <translation>Ein Profil wählen.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Eine andere Datei wählen.</translation>
    </message>
    <message>
        <source>Choose another folder, or change the permissions.</source>
        <translation>Einen anderen Ordner wählen oder die Rechte ändern.</translation>
    </message>
    <message>
        <source>Choose another model, or train it again with this version of ocrdesk.</source>
        <translation>Ein anderes Modell wählen oder es mit dieser Version von ocrdesk neu trainieren.</translation>
    </message>
    <message>
        <source>Choose another name or folder.</source>
        <translation>Einen anderen Namen oder Ordner wählen.</translation>
    </message>
    <message>
        <source>Choose another name, or take the file away.</source>
        <translation>Einen anderen Namen wählen oder die Datei wegnehmen.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>Choose another name; File, Save keeps everything in a document.</source>
        <translation>Einen anderen Namen wählen; Datei, Speichern bewahrt alles in einem Dokument auf.</translation>
    </message>
    <message>
        <source>Choose one of its {lines} rows.</source>
        <translation>Eine ihrer {lines} Zeilen wählen.</translation>
    </message>
    <message>
        <source>Choose one that is in the list.</source>
        <translation>Einen aus der Liste wählen.</translation>
    </message>
    <message>
        <source>Choose the images inside it.</source>
        <translation>Die Bilder darin wählen.</translation>
    </message>
    <message>
        <source>Choose the one before it.</source>
        <translation>Die davor wählen.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Clear {changed}</source>
        <translation>{changed}: Korrektur zurücknehmen</translation>
    </message>
    <message>
        <source>Clear “{correction}”</source>
        <translation>Korrektur „{correction}“ zurücknehmen</translation>
    </message>
    <message>
        <source>Click a letter on the page, or press Enter there to start with the first.</source>
        <translation>Auf der Seite einen Buchstaben anklicken oder dort Eingabe drücken, um mit dem ersten zu beginnen.</translation>
    </message>
    <message>
        <source>Click or drag its number</source>
        <translation>Auf ihre Nummer klicken oder sie ziehen</translation>
    </message>
    <message>
        <source>Click the letter that it belongs to, then type it again.</source>
        <translation>Auf den Buchstaben klicken, der gemeint ist, und noch einmal tippen.</translation>
    </message>
    <message>
        <source>Clockwise; negative turns left. The rows should follow the lines.</source>
        <translation>Im Uhrzeigersinn; negative Werte drehen nach links. Die Zeilen sollten den Linien folgen.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Close notice</source>
        <translation>Hinweis schließen</translation>
    </message>
    <message>
        <source>Close other programs, or make the image smaller.</source>
        <translation>Andere Programme schließen oder das Bild verkleinern.</translation>
    </message>
    <message>
        <source>Close page</source>
        <translation>Seite schließen</translation>
    </message>
    <message>
        <source>Close {name}</source>
        <translation>{name} schließen</translation>
    </message>
    <message>
        <source>Collecting your letters</source>
        <translation>Buchstaben werden gesammelt</translation>
    </message>
    <message>
        <source>Compare T&amp;wo Readers…</source>
        <translation>Zwei Leser &amp;vergleichen …</translation>
    </message>
    <message>
        <source>Compare Two Readers</source>
        <translation>Zwei Leser vergleichen</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Comparing hands</source>
        <translation>Handschriften werden verglichen</translation>
    </message>
    <message>
        <source>Comparing letters</source>
        <translation>Buchstaben werden verglichen</translation>
    </message>
    <message>
        <source>Comparing the letters</source>
        <translation>Die Buchstaben werden verglichen</translation>
    </message>
    <message>
        <source>Con&amp;firm Letter and Move On</source>
        <translation>Buchstaben be&amp;stätigen und weiter</translation>
    </message>
    <message>
        <source>Con&amp;firm {count} Letters</source>
        <translation>{count} Buchstaben be&amp;stätigen</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Stimmt</translation>
    </message>
    <message numerus="yes">
        <source>Confirm %Ln Selected</source>
        <translation>
            <numerusform>%Ln ausgewählten bestätigen</numerusform>
            <numerusform>%Ln ausgewählte bestätigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Confirm All {count}</source>
        <translation>Alle {count} bestätigen</translation>
    </message>
    <message>
        <source>Confirm Selected</source>
        <translation>Auswahl bestätigen</translation>
    </message>
    <message>
        <source>Confirm letters in the window and export again, or change their “character” in the file.</source>
        <translation>Buchstaben im Fenster bestätigen und erneut exportieren oder ihr “character” in der Datei ändern.</translation>
    </message>
    <message>
        <source>Confirm more letters, or choose other data.</source>
        <translation>Mehr Buchstaben bestätigen oder andere Daten wählen.</translation>
    </message>
    <message>
        <source>Confirm or correct letters, or check some at random, to see this.</source>
        <translation>Bestätigen oder berichtigen Sie Buchstaben oder prüfen Sie eine Stichprobe, um das zu sehen.</translation>
    </message>
    <message>
        <source>Confirm or correct some letters first.</source>
        <translation>Zuerst einige Buchstaben bestätigen oder korrigieren.</translation>
    </message>
    <message>
        <source>Confirm some letters first: click one and type it.</source>
        <translation>Zuerst einige Buchstaben bestätigen: einen anklicken und tippen.</translation>
    </message>
    <message>
        <source>Confirm some letters, then choose Read, Learn This Hand.</source>
        <translation>Einige Buchstaben bestätigen, dann Lesen, Diese Handschrift lernen wählen.</translation>
    </message>
    <message>
        <source>Confirm {changed}</source>
        <translation>{changed} bestätigen</translation>
    </message>
    <message>
        <source>Confirm {count}</source>
        <translation>{count} bestätigen</translation>
    </message>
    <message>
        <source>Confirm {read}</source>
        <translation>{read} bestätigen</translation>
    </message>
    <message>
        <source>Confirm “{character}”</source>
        <translation>„{character}“ bestätigen</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Bestätigt</translation>
    </message>
    <message numerus="yes">
        <source>Confirmed %n letters on “{page}”.</source>
        <translation>
            <numerusform>%n Buchstabe auf „{page}“ bestätigt.</numerusform>
            <numerusform>%n Buchstaben auf „{page}“ bestätigt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Confirmed {letters} letters on {pages} pages.</source>
        <translation>{letters} Buchstaben auf {pages} Seiten bestätigt.</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>Verwechslungsmatrix</translation>
    </message>
    <message>
        <source>Contact Sheet</source>
        <translation>Kontaktbogen</translation>
    </message>
    <message>
        <source>Convolution with dropout</source>
        <translation>Faltung mit Dropout</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message numerus="yes">
        <source>Copied %n rows of text.</source>
        <translation>
            <numerusform>%n Textzeile kopiert.</numerusform>
            <numerusform>%n Textzeilen kopiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy a picture or image files first, then paste them here.</source>
        <translation>Zuerst ein Bild oder Bilddateien kopieren, dann hier einfügen.</translation>
    </message>
    <message>
        <source>Copy it again from where it came, or learn the hand anew.</source>
        <translation>Noch einmal von der Quelle kopieren oder die Handschrift neu lernen.</translation>
    </message>
    <message>
        <source>Copy it again from where it came, or scan it again.</source>
        <translation>Erneut von der Quelle kopieren oder erneut scannen.</translation>
    </message>
    <message>
        <source>Copy it again from where it came.</source>
        <translation>Erneut von der Quelle kopieren.</translation>
    </message>
    <message>
        <source>Copy or download it again.</source>
        <translation>Noch einmal kopieren oder herunterladen.</translation>
    </message>
    <message>
        <source>Copy or scan it again.</source>
        <translation>Erneut kopieren oder scannen.</translation>
    </message>
    <message>
        <source>Copy the text of the page</source>
        <translation>Den Text der Seite kopieren</translation>
    </message>
    <message>
        <source>Copy the whole text</source>
        <translation>Den ganzen Text kopieren</translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>Counting what you confirmed…</source>
        <translation>Zählt, was Sie bestätigt haben …</translation>
    </message>
    <message>
        <source>Create the folder first, or choose another.</source>
        <translation>Zuerst den Ordner anlegen oder einen anderen wählen.</translation>
    </message>
    <message>
        <source>Ctrl+Click</source>
        <translation>Strg+Klick</translation>
    </message>
    <message>
        <source>Ctrl+Wheel</source>
        <translation>Strg+Mausrad</translation>
    </message>
    <message>
        <source>Cut {run} anew</source>
        <translation>{run} neu schneiden</translation>
    </message>
    <message>
        <source>Cutting letters</source>
        <translation>Buchstaben werden ausgeschnitten</translation>
    </message>
    <message>
        <source>Cutting letters out</source>
        <translation>Buchstaben werden ausgeschnitten</translation>
    </message>
    <message>
        <source>Cutting the letters out</source>
        <translation>Die Buchstaben werden ausgeschnitten</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Darker than around it</source>
        <translation>Dunkler als ringsum</translation>
    </message>
    <message>
        <source>Darker than one level</source>
        <translation>Dunkler als eine Schwelle</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Datasets are .npz, .mat, IDX images (...-idx3-ubyte, also .gz), or a folder with a folder per character.</source>
        <translation>Datensätze sind .npz, .mat, IDX-Bilder (...-idx3-ubyte, auch .gz) oder ein Ordner mit einem Ordner je Zeichen.</translation>
    </message>
    <message>
        <source>Degrees clockwise</source>
        <translation>Grad im Uhrzeigersinn</translation>
    </message>
    <message>
        <source>Degrees, roughly</source>
        <translation>Grad, ungefähr</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Del takes the page out; {up} and {down} move it.</source>
        <translation>Entf nimmt die Seite heraus; {up} und {down} verschieben sie.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete it instead.</source>
        <translation>Ihn stattdessen löschen.</translation>
    </message>
    <message>
        <source>Delete text</source>
        <translation>Text löschen</translation>
    </message>
    <message>
        <source>Delete {glyphs}</source>
        <translation>{glyphs} löschen</translation>
    </message>
    <message>
        <source>Delete “{character}”</source>
        <translation>„{character}“ löschen</translation>
    </message>
    <message>
        <source>Delete “{gone}” from the text</source>
        <translation>„{gone}“ aus dem Text löschen</translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n letters on “{page}”.</source>
        <translation>
            <numerusform>%n Buchstabe auf „{page}“ gelöscht.</numerusform>
            <numerusform>%n Buchstaben auf „{page}“ gelöscht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Deleted {letters} letters on {pages} pages.</source>
        <translation>{letters} Buchstaben auf {pages} Seiten gelöscht.</translation>
    </message>
    <message>
        <source>Deleting the hand</source>
        <translation>Die Handschrift löschen</translation>
    </message>
    <message>
        <source>Dense against convolution</source>
        <translation>Dicht gegen Faltung</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>Einzelheiten …</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Discard {steps} {pages} for good?</source>
        <translation>{steps} {pages} endgültig verwerfen?</translation>
    </message>
    <message>
        <source>Discarding</source>
        <translation>Wird verworfen</translation>
    </message>
    <message>
        <source>Documents of ocrdesk ({patterns})</source>
        <translation>Dokumente von ocrdesk ({patterns})</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Dotted: likely. Wavy: doubtful. {sign}: unreadable. Bold: confirmed by you.</source>
        <translation>Gepunktet: wahrscheinlich. Gewellt: zweifelhaft. {sign}: unlesbar. Fett: bestätigt.</translation>
    </message>
    <message>
        <source>Double-click to rename</source>
        <translation>Doppelklick zum Umbenennen</translation>
    </message>
    <message>
        <source>Doubtful letter {place} of {count}: {character} was asked for, but it {why}.</source>
        <translation>Zweifelhafter Buchstabe {place} von {count}: Verlangt war {character}, aber er {why}.</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>unten</translation>
    </message>
    <message>
        <source>Drag a frame around a letter on the page to add it.</source>
        <translation>Auf der Seite einen Rahmen um einen Buchstaben ziehen, um ihn hinzuzufügen.</translation>
    </message>
    <message>
        <source>Drag it, or an edge or corner of it</source>
        <translation>Ihn selbst, eine Kante oder eine Ecke ziehen</translation>
    </message>
    <message>
        <source>Drag on empty paper</source>
        <translation>Auf leerem Papier ziehen</translation>
    </message>
    <message>
        <source>Draw a box around one of its letters first.</source>
        <translation>Zuerst einen Rahmen um einen ihrer Buchstaben ziehen.</translation>
    </message>
    <message>
        <source>Draw a line through it.</source>
        <translation>Eine Linie hindurch ziehen.</translation>
    </message>
    <message>
        <source>Draw it on the page.</source>
        <translation>Ihn auf der Seite zeichnen.</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>Zeichnen</translation>
    </message>
    <message>
        <source>Drawing the sheet</source>
        <translation>Das Blatt wird gezeichnet</translation>
    </message>
    <message>
        <source>Drawing words</source>
        <translation>Wörter werden gezeichnet</translation>
    </message>
    <message>
        <source>Drawn at random. Enter says that it is right.</source>
        <translation>Zufällig gezogen. Eingabe heißt: richtig.</translation>
    </message>
    <message>
        <source>Drop an image here</source>
        <translation>Ein Bild hierher ziehen</translation>
    </message>
    <message>
        <source>Drop images here, or open some with {keys}.</source>
        <translation>Bilder hierher ziehen oder mit {keys} öffnen.</translation>
    </message>
    <message>
        <source>Drop to open</source>
        <translation>Zum Öffnen loslassen</translation>
    </message>
    <message>
        <source>Each correction will be listed here.</source>
        <translation>Jede Korrektur wird hier aufgeführt.</translation>
    </message>
    <message>
        <source>Each hidden unit&apos;s weights are drawn as a picture of what it looks for. Look at how noise turns into strokes and their absence, and how the edges of the patch, where no ink ever is, keep their noise.</source>
        <translation>Die Gewichte jeder verborgenen Einheit werden als Bild dessen gezeichnet, wonach sie sucht. Zu beachten ist, wie aus Rauschen Striche und ihr Fehlen werden und wie die Ränder des Bildfelds, wo nie Tinte ist, ihr Rauschen behalten.</translation>
    </message>
    <message>
        <source>Each item needs exactly one; check that the arrays belong together.</source>
        <translation>Jeder Eintrag braucht genau eine; prüfen, ob die Felder zusammengehören.</translation>
    </message>
    <message>
        <source>Each row holds a label and the character code it stands for.</source>
        <translation>Jede Zeile enthält eine Bezeichnung und den Zeichencode, für den sie steht.</translation>
    </message>
    <message>
        <source>Each row holds a single 1, in the column of its character, and else zeros.</source>
        <translation>Jede Zeile enthält eine einzige 1 in der Spalte ihres Zeichens und sonst Nullen.</translation>
    </message>
    <message>
        <source>Edit text</source>
        <translation>Text bearbeiten</translation>
    </message>
    <message>
        <source>Empty.</source>
        <translation>Leer.</translation>
    </message>
    <message>
        <source>End Check</source>
        <translation>Ende der Prüfung</translation>
    </message>
    <message>
        <source>End it in .alto.xml or .page.xml.</source>
        <translation>Ihn auf .alto.xml oder .page.xml enden lassen.</translation>
    </message>
    <message>
        <source>End the name in {usual} or {value4}.</source>
        <translation>Den Namen auf {usual} oder {value4} enden lassen.</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Enter confirms all, a character corrects them, Del removes them, {skips} skips them.</source>
        <translation>Eingabe bestätigt alle, ein Zeichen korrigiert sie, Entf löscht sie, {skips} überspringt sie.</translation>
    </message>
    <message>
        <source>Enter confirms it, a character corrects it, Del removes its box, {skips} skips it.</source>
        <translation>Eingabe bestätigt ihn, ein Zeichen korrigiert ihn, Entf löscht seinen Rahmen, {skips} überspringt ihn.</translation>
    </message>
    <message>
        <source>Enter or a click chooses the character.</source>
        <translation>Eingabe oder ein Klick wählt das Zeichen.</translation>
    </message>
    <message>
        <source>Enter says no, Shift+Enter yes, a character which one letter it is.</source>
        <translation>Eingabe heißt nein, Umschalt+Eingabe ja; ein Zeichen sagt, welcher eine Buchstabe es ist.</translation>
    </message>
    <message>
        <source>Enter says no, Shift+Enter yes.</source>
        <translation>Eingabe heißt nein, Umschalt+Eingabe ja.</translation>
    </message>
    <message>
        <source>Epoch to look into</source>
        <translation>Anzusehende Epoche</translation>
    </message>
    <message>
        <source>Epoch {done} of {epochs}</source>
        <translation>Epoche {done} von {epochs}</translation>
    </message>
    <message>
        <source>Epoch {epoch}: {percent} % right</source>
        <translation>Epoche {epoch}: {percent} % richtig</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>Errors to accept</source>
        <translation>Hinzunehmende Fehler</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Estimating</source>
        <translation>Wird geschätzt</translation>
    </message>
    <message>
        <source>Every image must show one character and be labelled with it.</source>
        <translation>Jedes Bild muss ein Zeichen zeigen und damit bezeichnet sein.</translation>
    </message>
    <message>
        <source>Every label must be a character that can be seen.</source>
        <translation>Jede Bezeichnung muss ein sichtbares Zeichen sein.</translation>
    </message>
    <message>
        <source>Every letter held out is read, and what it is stands against what it was taken for. Look off the diagonal: O and 0, I and 1, S and 5, Z and 2 hardly differ in ink.</source>
        <translation>Jeder zurückgehaltene Buchstabe wird gelesen, und was er ist, steht gegen das, wofür er gehalten wurde. Zu beachten ist, was neben der Diagonale liegt: O und 0, I und 1, S und 5, Z und 2 unterscheiden sich in der Tinte kaum.</translation>
    </message>
    <message>
        <source>Every letter is confirmed: there is nothing to check.</source>
        <translation>Jeder Buchstabe ist bestätigt: Es gibt nichts zu prüfen.</translation>
    </message>
    <message>
        <source>Everything you did is kept again.</source>
        <translation>Alles wird wieder aufbewahrt.</translation>
    </message>
    <message>
        <source>Ex&amp;port As…</source>
        <translation>Exportieren &amp;als …</translation>
    </message>
    <message>
        <source>Experiments</source>
        <translation>Experimente</translation>
    </message>
    <message>
        <source>Experiments: {EXPERIMENTS}.</source>
        <translation>Experimente: {EXPERIMENTS}.</translation>
    </message>
    <message>
        <source>Explaining</source>
        <translation>Erklären</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Export As…</source>
        <translation>Exportieren als …</translation>
    </message>
    <message>
        <source>Export Hand</source>
        <translation>Handschrift exportieren</translation>
    </message>
    <message>
        <source>Export each page to a file of its own, or choose ALTO, which holds several.</source>
        <translation>Jede Seite in eine eigene Datei exportieren oder ALTO wählen, das mehrere fasst.</translation>
    </message>
    <message>
        <source>Export it as RGB or grey.</source>
        <translation>Als RGB oder grau exportieren.</translation>
    </message>
    <message>
        <source>Export its pages as PNG or TIFF and open those.</source>
        <translation>Die Seiten als PNG oder TIFF exportieren und diese öffnen.</translation>
    </message>
    <message>
        <source>Export or print it again.</source>
        <translation>Erneut exportieren oder drucken.</translation>
    </message>
    <message>
        <source>Export or share it as JPEG and open that.</source>
        <translation>Als JPEG exportieren oder teilen und dieses öffnen.</translation>
    </message>
    <message>
        <source>Export the Others</source>
        <comment>A button</comment>
        <translation>Die anderen exportieren</translation>
    </message>
    <message>
        <source>Export to another file or in another format</source>
        <translation>In eine andere Datei oder in einem anderen Format exportieren</translation>
    </message>
    <message>
        <source>Export “{name}”</source>
        <translation>„{name}“ exportieren</translation>
    </message>
    <message numerus="yes">
        <source>Exported %n pages to {name}.</source>
        <translation>
            <numerusform>%n Seite nach {name} exportiert.</numerusform>
            <numerusform>%n Seiten nach {name} exportiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Exported to {name}.</source>
        <translation>Nach {name} exportiert.</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Exporting the hand</source>
        <translation>Die Handschrift exportieren</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Fewer than two characters are confirmed on the open pages.</source>
        <translation>Auf den offenen Seiten sind weniger als zwei verschiedene Zeichen bestätigt.</translation>
    </message>
    <message>
        <source>Fewer than two characters leave nothing to tell apart.</source>
        <translation>Bei weniger als zwei Zeichen gibt es nichts zu unterscheiden.</translation>
    </message>
    <message>
        <source>Fi&amp;nd…</source>
        <translation>Su&amp;chen …</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Field for the &amp;Page…</source>
        <translation>&amp;Feld für die Seite …</translation>
    </message>
    <message>
        <source>Field for the Le&amp;tters…</source>
        <translation>Fel&amp;d für die Buchstaben …</translation>
    </message>
    <message>
        <source>Fields of this page</source>
        <translation>Felder dieser Seite</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Files opened before</source>
        <translation>Zuvor geöffnete Dateien</translation>
    </message>
    <message>
        <source>Files that open: PDF, JPEG, PNG, TIFF, BMP, WebP, GIF, PNM and documents of ocrdesk.</source>
        <translation>Dateien, die sich öffnen lassen: PDF, JPEG, PNG, TIFF, BMP, WebP, GIF, PNM und Dokumente von ocrdesk.</translation>
    </message>
    <message>
        <source>Files…</source>
        <translation>Dateien …</translation>
    </message>
    <message>
        <source>Final accuracies</source>
        <translation>Endgenauigkeiten</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Find Ne&amp;xt</source>
        <translation>Weiters&amp;uchen</translation>
    </message>
    <message>
        <source>Find Pre&amp;vious</source>
        <translation>&amp;Vorige Stelle suchen</translation>
    </message>
    <message>
        <source>Find a command or a key</source>
        <translation>Befehl oder Taste suchen</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>Einstellung suchen</translation>
    </message>
    <message>
        <source>Find a shortcut</source>
        <translation>Tastenkürzel suchen</translation>
    </message>
    <message>
        <source>Find a text on this page and the others</source>
        <translation>Einen Text auf dieser und den anderen Seiten suchen</translation>
    </message>
    <message>
        <source>Find faint, grainy or ruled writing better, and read the page with it</source>
        <translation>Blasse, körnige oder linierte Schrift besser finden und die Seite damit lesen</translation>
    </message>
    <message>
        <source>Find the next place (Enter)</source>
        <translation>Nächste Stelle (Eingabe)</translation>
    </message>
    <message>
        <source>Find the place before (Shift+Enter)</source>
        <translation>Vorige Stelle (Umschalt+Eingabe)</translation>
    </message>
    <message>
        <source>Finding ink</source>
        <translation>Tinte wird gesucht</translation>
    </message>
    <message>
        <source>Finding ink by what is set now…</source>
        <translation>Tinte wird nach den jetzigen Einstellungen gesucht …</translation>
    </message>
    <message>
        <source>Finding letters and rows</source>
        <translation>Buchstaben und Zeilen werden gesucht</translation>
    </message>
    <message>
        <source>Finding the texts of strips</source>
        <translation>Texte der Streifen werden gesucht</translation>
    </message>
    <message>
        <source>Finding what to check</source>
        <translation>Suchen, was zu prüfen ist</translation>
    </message>
    <message>
        <source>First-layer weights</source>
        <translation>Gewichte der ersten Schicht</translation>
    </message>
    <message>
        <source>First-layer weights: blue wants ink, brown wants paper</source>
        <translation>Gewichte der ersten Schicht: Blau will Tinte, Braun will Papier</translation>
    </message>
    <message>
        <source>Fit &amp;Width</source>
        <translation>Seite&amp;nbreite</translation>
    </message>
    <message>
        <source>Flattening the sheet</source>
        <translation>Das Blatt wird geglättet</translation>
    </message>
    <message>
        <source>Folder for Figures and Report</source>
        <translation>Ordner für Abbildungen und Bericht</translation>
    </message>
    <message>
        <source>Folder for Pictures and Tables</source>
        <translation>Ordner für Bilder und Tabellen</translation>
    </message>
    <message>
        <source>Folder opened from last</source>
        <translation>Ordner, aus dem zuletzt geöffnet wurde</translation>
    </message>
    <message>
        <source>Folders chosen last</source>
        <translation>Zuletzt gewählte Ordner</translation>
    </message>
    <message>
        <source>Four sigmoid layers</source>
        <translation>Vier Sigmoid-Schichten</translation>
    </message>
    <message>
        <source>Free some space, or choose another disk.</source>
        <translation>Platz schaffen oder einen anderen Datenträger wählen.</translation>
    </message>
    <message>
        <source>From zeros {runs} % of the letters held out are read right, from Xavier&apos;s {value4} %.</source>
        <translation>Von Nullen aus werden {runs} % der zurückgehaltenen Buchstaben richtig gelesen, von Xavier aus {value4} %.</translation>
    </message>
    <message>
        <source>Full &amp;Screen</source>
        <translation>Vo&amp;llbild</translation>
    </message>
    <message>
        <source>Getting {title} ready</source>
        <translation>{title} vorbereiten</translation>
    </message>
    <message>
        <source>Give all characters of the model, letters above all.</source>
        <translation>Alle Zeichen des Modells angeben, vor allem Buchstaben.</translation>
    </message>
    <message>
        <source>Give an angle in degrees.</source>
        <translation>Einen Winkel in Grad angeben.</translation>
    </message>
    <message>
        <source>Give another with --name.</source>
        <translation>Mit --name einen anderen angeben.</translation>
    </message>
    <message>
        <source>Give characters of more writers, or all characters of some.</source>
        <translation>Zeichen von mehr Schreibern angeben, oder alle Zeichen von einigen.</translation>
    </message>
    <message>
        <source>Give each item its character, or its position in a charset.</source>
        <translation>Jedem Eintrag sein Zeichen oder dessen Stelle in einem Zeichensatz geben.</translation>
    </message>
    <message>
        <source>Give fewer pages at a time.</source>
        <translation>Weniger Seiten auf einmal angeben.</translation>
    </message>
    <message>
        <source>Give files that name writers, such as unipen_words.npz.</source>
        <translation>Dateien angeben, die Schreiber nennen, etwa unipen_words.npz.</translation>
    </message>
    <message>
        <source>Give height x width for grey, or height x width x 3 for RGB.</source>
        <translation>Höhe x Breite für Grau oder Höhe x Breite x 3 für RGB angeben.</translation>
    </message>
    <message>
        <source>Give it that ending.</source>
        <translation>Ihr diese Endung geben.</translation>
    </message>
    <message>
        <source>Give one of them.</source>
        <translation>Eines von beiden angeben.</translation>
    </message>
    <message>
        <source>Give the name of a file in it.</source>
        <translation>Den Namen einer Datei darin angeben.</translation>
    </message>
    <message>
        <source>Give the name of a file.</source>
        <translation>Den Namen einer Datei angeben.</translation>
    </message>
    <message>
        <source>Give the picture too: ocrdesk adapt pages.json picture.jpg --profile NAME.</source>
        <translation>Auch das Bild angeben: ocrdesk adapt pages.json picture.jpg --profile NAME.</translation>
    </message>
    <message>
        <source>Give the right picture, or read it again.</source>
        <translation>Das richtige Bild angeben oder es erneut lesen.</translation>
    </message>
    <message>
        <source>Give uint8, uint16, bool, or floats from 0 to 1.</source>
        <translation>uint8, uint16, bool oder Gleitkommazahlen von 0 bis 1 angeben.</translation>
    </message>
    <message>
        <source>Give {CHARSETS}, or the characters themselves. ({error})</source>
        <translation>{CHARSETS} oder die Zeichen selbst angeben. ({error})</translation>
    </message>
    <message>
        <source>Go On</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Go On with the Check</source>
        <translation>Prüfung fortsetzen</translation>
    </message>
    <message>
        <source>Go back step by step there with {keys}: {pages}</source>
        <translation>Dort führt {keys} Schritt für Schritt zurück: {pages}</translation>
    </message>
    <message>
        <source>Go from a panel back to the page</source>
        <translation>Aus einem Bereich zurück zur Seite gehen</translation>
    </message>
    <message>
        <source>Go on correcting meanwhile; what you confirm until then is learnt, too.</source>
        <translation>Korrigieren Sie inzwischen weiter; was Sie bis dahin bestätigen, wird mitgelernt.</translation>
    </message>
    <message>
        <source>Go on to what an answer gains most: letters that look alike, or another cut</source>
        <translation>Weiter zu dem, wo eine Antwort am meisten bringt: ähnlichen Buchstaben oder einem anderen Schnitt</translation>
    </message>
    <message>
        <source>Go to the neighbouring letter</source>
        <translation>Zum benachbarten Buchstaben gehen</translation>
    </message>
    <message>
        <source>Go to the next place where the text stands</source>
        <translation>Zur nächsten Stelle, an der der Text steht</translation>
    </message>
    <message>
        <source>Go to the place before where the text stands</source>
        <translation>Zur vorigen Stelle, an der der Text steht</translation>
    </message>
    <message>
        <source>Good enough</source>
        <translation>Gut genug</translation>
    </message>
    <message>
        <source>Good enough, stop here.</source>
        <translation>Gut genug, hier ist Schluss.</translation>
    </message>
    <message>
        <source>Good enough:</source>
        <translation>Gut genug:</translation>
    </message>
    <message>
        <source>Gradient by layer in the first epoch, depth {deepest}</source>
        <translation>Gradient je Schicht in der ersten Epoche, Tiefe {deepest}</translation>
    </message>
    <message>
        <source>Gradient of the first layer by that of the last</source>
        <translation>Gradient der ersten Schicht durch den der letzten</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>Gradienten</translation>
    </message>
    <message>
        <source>Grey values from 0 to 255 or from 0 to 1 can be read.</source>
        <translation>Grauwerte von 0 bis 255 oder von 0 bis 1 lassen sich lesen.</translation>
    </message>
    <message>
        <source>Half as dark</source>
        <translation>Halb so dunkel</translation>
    </message>
    <message>
        <source>Half as dark as its stroke</source>
        <translation>Halb so dunkel wie sein Strich</translation>
    </message>
    <message>
        <source>Hands (*.npz)</source>
        <translation>Handschriften (*.npz)</translation>
    </message>
    <message>
        <source>Held out</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>Here may stand: {rule}</source>
        <translation>Hier darf stehen: {rule}</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Hold out 5 to 50 % of the writers.</source>
        <translation>5 bis 50 % der Schreiber zurückhalten.</translation>
    </message>
    <message>
        <source>How Sure Is the Reader?</source>
        <translation>Wie sicher ist der Leser?</translation>
    </message>
    <message>
        <source>How far the probabilities can be believed</source>
        <translation>Wie weit den Wahrscheinlichkeiten zu trauen ist</translation>
    </message>
    <message>
        <source>How many letters are enough</source>
        <translation>Wie viele Buchstaben genügen</translation>
    </message>
    <message>
        <source>How many letters may be wrong for you to stop</source>
        <translation>Wie viele Buchstaben falsch sein dürfen, um aufzuhören</translation>
    </message>
    <message numerus="yes">
        <source>How many of the %Ln letters on pages in small letters are wrong, only a check can tell: their reader takes them for capitals, and is sure.</source>
        <translation>
            <numerusform>Ob der %Ln Buchstabe auf Seiten in Kleinschrift falsch ist, zeigt nur eine Prüfung: Der Leser hält ihn für einen Großbuchstaben und ist sich sicher.</numerusform>
            <numerusform>Wie viele der %Ln Buchstaben auf Seiten in Kleinschrift falsch sind, zeigt nur eine Prüfung: Der Leser hält sie für Großbuchstaben und ist sich sicher.</numerusform>
        </translation>
    </message>
    <message>
        <source>How many of the 64 hidden units differ from one another</source>
        <translation>Wie viele der 64 verborgenen Einheiten sich unterscheiden</translation>
    </message>
    <message>
        <source>How the letters would be parted</source>
        <translation>Wie die Buchstaben getrennt würden</translation>
    </message>
    <message>
        <source>How the letters would read</source>
        <translation>Wie die Buchstaben gelesen würden</translation>
    </message>
    <message>
        <source>How the page would lie</source>
        <translation>Wie die Seite läge</translation>
    </message>
    <message>
        <source>How the window looks and reads</source>
        <translation>Wie das Fenster aussieht und liest</translation>
    </message>
    <message>
        <source>If another person wrote a page, show it and undo: its reader comes back, too.</source>
        <translation>Hat jemand anders eine Seite geschrieben, dort Rückgängig wählen: Auch ihr Leser kommt zurück.</translation>
    </message>
    <message>
        <source>If the writing is faint, find it with Read, Adjust Ink ({keys}), or drag a box around a letter.</source>
        <translation>Blasse Schrift mit Lesen, Tinte einstellen ({keys}) finden oder einen Rahmen um einen Buchstaben ziehen.</translation>
    </message>
    <message>
        <source>Images begin with 00 00 08 03, their labels with 00 00 08 01.</source>
        <translation>Bilder beginnen mit 00 00 08 03, ihre Bezeichnungen mit 00 00 08 01.</translation>
    </message>
    <message>
        <source>Images that belong to no document</source>
        <translation>Bilder, die zu keinem Dokument gehören</translation>
    </message>
    <message>
        <source>Images, PDF files and documents ({patterns})</source>
        <translation>Bilder, PDF-Dateien und Dokumente ({patterns})</translation>
    </message>
    <message>
        <source>Import Hand</source>
        <translation>Handschrift importieren</translation>
    </message>
    <message>
        <source>Importing the hand</source>
        <translation>Die Handschrift importieren</translation>
    </message>
    <message>
        <source>In the folder “{name}”: {message}</source>
        <translation>Im Ordner „{name}“: {message}</translation>
    </message>
    <message>
        <source>In use from the next start of ocrdesk on.</source>
        <translation>Gilt ab dem nächsten Start von ocrdesk.</translation>
    </message>
    <message>
        <source>Initialiser</source>
        <translation>Initialisierer</translation>
    </message>
    <message>
        <source>Initialiser of the outputs</source>
        <translation>Initialisierer der Ausgaben</translation>
    </message>
    <message>
        <source>Ink</source>
        <translation>Tinte</translation>
    </message>
    <message>
        <source>Ink can be adjusted once the page was read.</source>
        <translation>Die Tinte lässt sich einstellen, sobald die Seite gelesen ist.</translation>
    </message>
    <message>
        <source>Ink is what is</source>
        <translation>Tinte ist, was</translation>
    </message>
    <message>
        <source>Ink: {ink}, {own}. So it is {read}.</source>
        <translation>Tinte: {ink}, {own}. Also ist es {read}.</translation>
    </message>
    <message>
        <source>Ink: {ink}, {own}. The words around it made it {read}.</source>
        <translation>Tinte: {ink}, {own}. Die Wörter ringsum machten daraus {read}.</translation>
    </message>
    <message>
        <source>Ink: {ink}. With the words around it: {read}.</source>
        <translation>Tinte: {ink}. Mit den Wörtern ringsum: {read}.</translation>
    </message>
    <message>
        <source>Ink: {shown}. The words around it changed nothing.</source>
        <translation>Tinte: {shown}. Die Wörter ringsum änderten nichts.</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>Innen</translation>
    </message>
    <message>
        <source>Install ocrdesk again, or export the pages as PNG or TIFF.</source>
        <translation>ocrdesk erneut installieren oder die Seiten als PNG oder TIFF exportieren.</translation>
    </message>
    <message>
        <source>Is this no character? If it is one, type it.</source>
        <translation>Ist das kein Zeichen? Ist es eins, tippen Sie es.</translation>
    </message>
    <message>
        <source>Is this “{character}”? If not, type what it is.</source>
        <translation>Ist das „{character}“? Sonst tippen Sie, was es ist.</translation>
    </message>
    <message>
        <source>Is {before} several letters, {parts}?</source>
        <translation>Ist {before} mehr als ein Buchstabe, {parts}?</translation>
    </message>
    <message>
        <source>It appears here, row by row, when the page has been read.</source>
        <translation>Er erscheint hier Zeile für Zeile, sobald die Seite gelesen ist.</translation>
    </message>
    <message>
        <source>It happened {count} times.</source>
        <translation>Das geschah {count}-mal.</translation>
    </message>
    <message>
        <source>It holds True and False.</source>
        <translation>Es enthält True und False.</translation>
    </message>
    <message>
        <source>It is all still here, with every step that can be undone.</source>
        <translation>Alles ist noch da, mit jedem Schritt, der sich rückgängig machen lässt.</translation>
    </message>
    <message>
        <source>It is all still here, with every step that can be undone. Choose where to go on; the rest waits.</source>
        <translation>Alles ist noch da, mit jedem Schritt, der sich rückgängig machen lässt. Wählen, wo es weitergeht; das Übrige wartet.</translation>
    </message>
    <message>
        <source>It is read with {name} now.</source>
        <translation>Sie wird jetzt mit {name} gelesen.</translation>
    </message>
    <message>
        <source>It is saved with its card, and pages are read with it at once.
Name of the model:</source>
        <translation>Sie wird mit ihrer Karte gespeichert, und Seiten werden sofort damit gelesen.
Name des Modells:</translation>
    </message>
    <message>
        <source>It is the first of the page.</source>
        <translation>Sie ist die erste der Seite.</translation>
    </message>
    <message>
        <source>It lists every character once, in the order of the label numbers.</source>
        <translation>Er nennt jedes Zeichen einmal, in der Reihenfolge der Nummern.</translation>
    </message>
    <message>
        <source>It may have been moved, renamed or deleted.</source>
        <translation>Vielleicht wurde sie verschoben, umbenannt oder gelöscht.</translation>
    </message>
    <message>
        <source>It may have been renamed.</source>
        <translation>Vielleicht wurde sie umbenannt.</translation>
    </message>
    <message>
        <source>It needs &apos;train_data&apos; with an image per row and &apos;train_labels&apos; with a 1 per row, or the same with valid_ or test_.</source>
        <translation>Nötig sind &apos;train_data&apos; mit einem Bild je Zeile und &apos;train_labels&apos; mit einer 1 je Zeile, oder dasselbe mit valid_ oder test_.</translation>
    </message>
    <message>
        <source>It needs one per item.</source>
        <translation>Nötig ist eine je Eintrag.</translation>
    </message>
    <message>
        <source>It reads {characters} now.</source>
        <translation>Es liest nun auch {characters}.</translation>
    </message>
    <message>
        <source>It stays until you recover or discard it.</source>
        <translation>Sie bleibt, bis sie wiederhergestellt oder verworfen ist.</translation>
    </message>
    <message>
        <source>It was never read, so there is nothing to explain.</source>
        <translation>Er wurde nie gelesen, also gibt es nichts zu erklären.</translation>
    </message>
    <message>
        <source>It was taken for no character by its ink; words had no say.</source>
        <translation>Seiner Tinte nach ist er kein Zeichen; Wörter redeten nicht mit.</translation>
    </message>
    <message>
        <source>It was told by its place, high above the line; words had no say.</source>
        <translation>An seinem Ort erkannt, hoch über der Zeile; Wörter redeten nicht mit.</translation>
    </message>
    <message>
        <source>It would read only {after} of your {count} letters right, and it read {before} before (of those that can be tested: characters that were confirmed more than once). Confirm more letters, and see whether some are confirmed as something else than they are.</source>
        <translation>Es läse nur {after} der {count} Buchstaben richtig, zuvor {before} (von denen, die sich prüfen lassen: deren Zeichen mehrmals bestätigt sind). Mehr Buchstaben bestätigen und nachsehen, ob manche als etwas anderes bestätigt sind, als sie sind.</translation>
    </message>
    <message>
        <source>It would read {lost} of other people&apos;s letters wrong that it reads right now.</source>
        <translation>Es läse {lost} der Buchstaben anderer falsch, die es jetzt richtig liest.</translation>
    </message>
    <message>
        <source>Its box stays where it is</source>
        <translation>Sein Rahmen bleibt, wo er ist</translation>
    </message>
    <message>
        <source>Its word joins the one before</source>
        <translation>Sein Wort wird mit dem davor verbunden</translation>
    </message>
    <message>
        <source>JSON with boxes and probabilities</source>
        <translation>JSON mit Rahmen und Wahrscheinlichkeiten</translation>
    </message>
    <message>
        <source>Join rows</source>
        <translation>Zeilen verbinden</translation>
    </message>
    <message>
        <source>Join rows {line} and {value4}</source>
        <translation>Zeilen {line} und {value4} verbinden</translation>
    </message>
    <message>
        <source>Join the row with the one after it instead.</source>
        <translation>Die Zeile stattdessen mit der folgenden verbinden.</translation>
    </message>
    <message>
        <source>Join the row with the one before it instead.</source>
        <translation>Die Zeile stattdessen mit der vorherigen verbinden.</translation>
    </message>
    <message>
        <source>Join words</source>
        <translation>Wörter verbinden</translation>
    </message>
    <message>
        <source>Keep as No Character</source>
        <translation>Als kein Zeichen behalten</translation>
    </message>
    <message>
        <source>Keeping</source>
        <translation>Wird aufbewahrt</translation>
    </message>
    <message>
        <source>Keeping what was confirmed</source>
        <translation>Bestätigtes wird bewahrt</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Kept damaged as it was: {pages}.</source>
        <translation>Beschädigt belassen, wie es war: {pages}.</translation>
    </message>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Keys for {what}</source>
        <translation>Tasten für {what}</translation>
    </message>
    <message>
        <source>Keys for “{what}”</source>
        <translation>Tasten für „{what}“</translation>
    </message>
    <message>
        <source>Keys that type belong to the page: they name and choose letters.</source>
        <translation>Tasten, die Zeichen schreiben, gehören der Seite: Sie benennen und wählen Buchstaben.</translation>
    </message>
    <message>
        <source>Keys that were chosen</source>
        <translation>Gewählte Tasten</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Kind of layer</source>
        <translation>Art der Schicht</translation>
    </message>
    <message>
        <source>Known letters that look like it</source>
        <translation>Bekannte Buchstaben, die ihm ähneln</translation>
    </message>
    <message>
        <source>Lab&amp;els</source>
        <translation>Beschri&amp;ftungen</translation>
    </message>
    <message>
        <source>LabData</source>
        <translation>LabData</translation>
    </message>
    <message>
        <source>Labelled Letters</source>
        <translation>Bezeichnete Buchstaben</translation>
    </message>
    <message>
        <source>Labelled letters (*.npz *.mat *.gz *idx*)</source>
        <translation>Bezeichnete Buchstaben (*.npz *.mat *.gz *idx*)</translation>
    </message>
    <message>
        <source>Labels are characters, or whole numbers with a &apos;charset&apos;.</source>
        <translation>Bezeichnungen sind Zeichen oder ganze Zahlen mit einem &apos;charset&apos;.</translation>
    </message>
    <message>
        <source>Labels are shown from {zoom} % on: here they would hide the letters.</source>
        <translation>Beschriftungen erscheinen ab {zoom} %: Hier würden sie die Buchstaben verdecken.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Lay it flat and photograph it from nearer, with more light and a steady hand.</source>
        <translation>Flach hinlegen und näher, mit mehr Licht und ruhiger Hand fotografieren.</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Layers without a bend between them can do no more than one layer.</source>
        <translation>Schichten ohne Knick dazwischen können nicht mehr als eine Schicht.</translation>
    </message>
    <message>
        <source>Learn After &amp;Corrections</source>
        <translation>Nach &amp;Korrekturen lernen</translation>
    </message>
    <message>
        <source>Learn This Hand</source>
        <translation>Diese Handschrift lernen</translation>
    </message>
    <message>
        <source>Learn by itself when you pause after a correction, from twenty confirmed letters on</source>
        <translation>Von selbst lernen, wenn nach einer Korrektur eine Pause folgt, ab zwanzig bestätigten Buchstaben</translation>
    </message>
    <message>
        <source>Learn the letters confirmed on pages read with this reader, and read the others again</source>
        <translation>Die bestätigten Buchstaben der Seiten lernen, die dieser Leser liest, und die übrigen erneut lesen</translation>
    </message>
    <message>
        <source>Learn your hand after corrections</source>
        <translation>Nach Korrekturen die Handschrift lernen</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>Lernen</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Learning rate divided by ten, as it is, times ten</source>
        <translation>Lernrate durch zehn, wie sie ist, mal zehn</translation>
    </message>
    <message>
        <source>Learning your hand</source>
        <translation>Die Handschrift lernen</translation>
    </message>
    <message>
        <source>Learnt: 1 letter changed</source>
        <translation>Gelernt: 1 Buchstabe geändert</translation>
    </message>
    <message>
        <source>Learnt: only probabilities changed</source>
        <translation>Gelernt: nur Wahrscheinlichkeiten geändert</translation>
    </message>
    <message>
        <source>Learnt: {count} letters changed</source>
        <translation>Gelernt: {count} Buchstaben geändert</translation>
    </message>
    <message>
        <source>Least sure: {letter}.</source>
        <translation>Am unsichersten: {letter}.</translation>
    </message>
    <message>
        <source>Leave Out</source>
        <translation>Auslassen</translation>
    </message>
    <message>
        <source>Leave it out of the list of words.</source>
        <translation>Es aus der Liste der Wörter weglassen.</translation>
    </message>
    <message>
        <source>Leave “{sign}” out where the form has it printed; rows with it need no pattern.</source>
        <translation>„{sign}“ weglassen, wo das Formular es gedruckt hat; Zeilen damit brauchen kein Muster.</translation>
    </message>
    <message>
        <source>Leaves out what is smaller than a part of a letter; dots of letters may go, too</source>
        <translation>Lässt weg, was kleiner als ein Teil eines Buchstabens ist; auch Punkte von Buchstaben können verschwinden</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>links</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Weggelassen</translation>
    </message>
    <message>
        <source>Let {name} float</source>
        <translation>{name} lösen</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Buchstabe</translation>
    </message>
    <message>
        <source>Letter &amp;Earlier in Its Row</source>
        <translation>Buchstabe weiter nach &amp;vorn</translation>
    </message>
    <message>
        <source>Letter &amp;Later in Its Row</source>
        <translation>Buchstabe weiter nach &amp;hinten</translation>
    </message>
    <message>
        <source>Letter into the Row &amp;Above</source>
        <translation>Buchstabe in die Zeile &amp;darüber</translation>
    </message>
    <message>
        <source>Letter into the Row &amp;Below</source>
        <translation>Buchstabe in die Zeile dar&amp;unter</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Buchstaben</translation>
    </message>
    <message>
        <source>Letters are being loaded.</source>
        <translation>Die Buchstaben werden geladen.</translation>
    </message>
    <message>
        <source>Letters are shown here once they are loaded.</source>
        <translation>Buchstaben stehen hier, sobald sie geladen sind.</translation>
    </message>
    <message>
        <source>Letters moved within the patch</source>
        <translation>Im Bildfeld verschobene Buchstaben</translation>
    </message>
    <message>
        <source>Letters of each character</source>
        <translation>Buchstaben je Zeichen</translation>
    </message>
    <message>
        <source>Letters of each character: to learn from, and on top those that judge</source>
        <translation>Buchstaben je Zeichen: zum Lernen und darüber die zum Beurteilen</translation>
    </message>
    <message>
        <source>Letters of one width</source>
        <translation>Gleich breite Zeichen</translation>
    </message>
    <message>
        <source>Letters of the cell, or suspects</source>
        <translation>Buchstaben der Zelle oder Verdächtige</translation>
    </message>
    <message>
        <source>Letters that the reader is not sure of come here, when there are any.</source>
        <translation>Hierher kommen Buchstaben, bei denen der Leser unsicher ist, wenn es welche gibt.</translation>
    </message>
    <message>
        <source>Letters the reader is not sure of</source>
        <translation>Buchstaben, bei denen der Leser unsicher ist</translation>
    </message>
    <message>
        <source>Letters to review</source>
        <translation>Durchzusehende Buchstaben</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Hell oder dunkel</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Linien</translation>
    </message>
    <message>
        <source>Lists of words (*.txt)</source>
        <translation>Wortlisten (*.txt)</translation>
    </message>
    <message>
        <source>Load Letters</source>
        <translation>Buchstaben laden</translation>
    </message>
    <message>
        <source>Load letters first, under Data.</source>
        <translation>Zuerst unter Daten Buchstaben laden.</translation>
    </message>
    <message>
        <source>Loading letters</source>
        <translation>Buchstaben laden</translation>
    </message>
    <message>
        <source>Loading the reader</source>
        <translation>Der Leser wird geladen</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen …</translation>
    </message>
    <message>
        <source>Look at {named}: type what is there.</source>
        <translation>{named} ansehen: tippen, was dort steht.</translation>
    </message>
    <message>
        <source>Look for it there, or try again.</source>
        <translation>Dort danach suchen oder erneut versuchen.</translation>
    </message>
    <message>
        <source>Look for work that ocrdesk could not save when it ended early</source>
        <translation>Nach Arbeit suchen, die ocrdesk nicht speichern konnte, als es vorzeitig endete</translation>
    </message>
    <message>
        <source>Looking</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>Looking at letters</source>
        <translation>Buchstaben werden angesehen</translation>
    </message>
    <message>
        <source>Looking at {name}</source>
        <translation>{name} wird angesehen</translation>
    </message>
    <message>
        <source>Looking for a practice sheet</source>
        <translation>Ein Übungsblatt wird gesucht</translation>
    </message>
    <message>
        <source>Looking for fainter ink</source>
        <translation>Schwächere Tinte wird gesucht</translation>
    </message>
    <message>
        <source>Looking for letters like it…</source>
        <translation>Ähnliche Buchstaben werden gesucht …</translation>
    </message>
    <message>
        <source>Looking for other cuts</source>
        <translation>Andere Schnitte werden gesucht</translation>
    </message>
    <message>
        <source>Looking for signs</source>
        <translation>Zeichen werden gesucht</translation>
    </message>
    <message>
        <source>Looking for small letters</source>
        <translation>Kleinbuchstaben werden gesucht</translation>
    </message>
    <message>
        <source>Looking for the sheet</source>
        <translation>Das Blatt wird gesucht</translation>
    </message>
    <message>
        <source>Looking for unsaved work</source>
        <translation>Ungespeicherte Arbeit wird gesucht</translation>
    </message>
    <message>
        <source>Looking into the run</source>
        <translation>In den Lauf sehen</translation>
    </message>
    <message>
        <source>Looks like (letters drawn by ocrdesk; percent alike):</source>
        <translation>Sieht aus wie (von ocrdesk gezeichnet; Prozent ähnlich):</translation>
    </message>
    <message>
        <source>Looks like (letters you confirmed; percent alike):</source>
        <translation>Sieht aus wie (bestätigte Buchstaben; Prozent ähnlich):</translation>
    </message>
    <message>
        <source>Looks like (ticked: you confirmed them; dashed: drawn by ocrdesk; percent alike):</source>
        <translation>Sieht aus wie (mit Haken: bestätigt; gestrichelt: von ocrdesk gezeichnet; Prozent ähnlich):</translation>
    </message>
    <message>
        <source>Loss, nats</source>
        <translation>Verlust, nat</translation>
    </message>
    <message>
        <source>Made-up hand print</source>
        <translation>Erfundene Druckschrift</translation>
    </message>
    <message>
        <source>Make a Practice Sheet</source>
        <translation>Übungsblatt erstellen</translation>
    </message>
    <message>
        <source>Make it smaller, or scan at 300 dots per inch; hand print needs no more.</source>
        <translation>Verkleinern oder mit 300 Punkten je Zoll scannen; mehr braucht Druckschrift nicht.</translation>
    </message>
    <message>
        <source>Make one letter of this one and the next, or of those selected</source>
        <translation>Aus diesem und dem nächsten Buchstaben oder aus den ausgewählten einen machen</translation>
    </message>
    <message>
        <source>Make one row of both</source>
        <translation>Aus beiden eine Zeile machen</translation>
    </message>
    <message>
        <source>Make one with “ocrdesk adapt”.</source>
        <translation>Eines mit „ocrdesk adapt“ erstellen.</translation>
    </message>
    <message>
        <source>Make rows level that climb or fall</source>
        <translation>Steigende oder fallende Zeilen gerade ausrichten</translation>
    </message>
    <message>
        <source>Make two sheets with fewer characters each.</source>
        <translation>Zwei Blätter mit je weniger Zeichen erstellen.</translation>
    </message>
    <message>
        <source>Making a hand</source>
        <translation>Eine Handschrift anlegen</translation>
    </message>
    <message>
        <source>Making letters up</source>
        <translation>Buchstaben werden erfunden</translation>
    </message>
    <message>
        <source>Making the hand</source>
        <translation>Die Handschrift wird angelegt</translation>
    </message>
    <message>
        <source>Making the practice sheet</source>
        <translation>Das Übungsblatt erstellen</translation>
    </message>
    <message>
        <source>Mark what counted: ● for it, ○ against</source>
        <translation>Zeigen, was zählte: ● dafür, ○ dagegen</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Merge {run}</source>
        <translation>{run} verbinden</translation>
    </message>
    <message>
        <source>Model to read with</source>
        <translation>Modell zum Lesen</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>Trägheit</translation>
    </message>
    <message>
        <source>Momentum is at least 0 and below 1.</source>
        <translation>Die Trägheit ist mindestens 0 und unter 1.</translation>
    </message>
    <message>
        <source>More tools</source>
        <translation>Weitere Werkzeuge</translation>
    </message>
    <message>
        <source>Most confused pairs</source>
        <translation>Am meisten verwechselte Paare</translation>
    </message>
    <message>
        <source>Most confused: {told}.</source>
        <translation>Am meisten verwechselt: {told}.</translation>
    </message>
    <message>
        <source>Most of this page looks like small letters, which {model} does not know.</source>
        <translation>Das meiste auf dieser Seite sieht nach Kleinbuchstaben aus, die {model} nicht kennt.</translation>
    </message>
    <message numerus="yes">
        <source>Most wrong, or mislabelled: %n letters</source>
        <translation>
            <numerusform>Am falschesten oder falsch beschriftet: %n Buchstabe</numerusform>
            <numerusform>Am falschesten oder falsch beschriftet: %n Buchstaben</numerusform>
        </translation>
    </message>
    <message>
        <source>Mov&amp;e Page Down</source>
        <translation>Seite nach &amp;unten schieben</translation>
    </message>
    <message>
        <source>Move Its Row &amp;Down</source>
        <translation>Zeile nach un&amp;ten</translation>
    </message>
    <message>
        <source>Move Its Row &amp;Up</source>
        <translation>Zeile nach &amp;oben</translation>
    </message>
    <message>
        <source>Move it into the box.</source>
        <translation>Sie in den Rahmen schieben.</translation>
    </message>
    <message>
        <source>Move layer {number} down</source>
        <translation>Schicht {number} nach unten</translation>
    </message>
    <message>
        <source>Move layer {number} up</source>
        <translation>Schicht {number} nach oben</translation>
    </message>
    <message>
        <source>Move or resize the selected box</source>
        <translation>Den ausgewählten Rahmen verschieben oder seine Größe ändern</translation>
    </message>
    <message>
        <source>Move row {line} down</source>
        <translation>Zeile {line} nach unten</translation>
    </message>
    <message>
        <source>Move row {line} up</source>
        <translation>Zeile {line} nach oben</translation>
    </message>
    <message>
        <source>Move the page</source>
        <translation>Die Seite verschieben</translation>
    </message>
    <message>
        <source>Move this layer down</source>
        <translation>Diese Schicht nach unten</translation>
    </message>
    <message>
        <source>Move this layer up</source>
        <translation>Diese Schicht nach oben</translation>
    </message>
    <message>
        <source>Move to &amp;Row</source>
        <translation>In &amp;Zeile verschieben</translation>
    </message>
    <message>
        <source>Move {glyphs} earlier in the row</source>
        <translation>{glyphs} in der Zeile nach vorn</translation>
    </message>
    <message>
        <source>Move {glyphs} later in the row</source>
        <translation>{glyphs} in der Zeile nach hinten</translation>
    </message>
    <message>
        <source>Move {moved} letters</source>
        <translation>{moved} Buchstaben verschieben</translation>
    </message>
    <message>
        <source>Move {moved} to row {line}</source>
        <translation>{moved} in Zeile {line} verschieben</translation>
    </message>
    <message>
        <source>Move {way}</source>
        <translation>Nach {way} verschieben</translation>
    </message>
    <message>
        <source>Move {way} by 10</source>
        <translation>Um 10 nach {way} verschieben</translation>
    </message>
    <message>
        <source>Move “{character}”</source>
        <translation>„{character}“ verschieben</translation>
    </message>
    <message>
        <source>Move “{title}”</source>
        <translation>„{title}“ verschieben</translation>
    </message>
    <message>
        <source>Multiplied out, the three linear layers are one matrix: its outputs differ from the stack&apos;s by at most {off} of the largest, which is rounding.</source>
        <translation>Ausmultipliziert sind die drei linearen Schichten eine Matrix: Ihre Ausgaben weichen höchstens um {off} der größten von denen des Stapels ab, und das ist Rundung.</translation>
    </message>
    <message>
        <source>My hand</source>
        <translation>Meine Handschrift</translation>
    </message>
    <message>
        <source>Name a reader with --model NAME.</source>
        <translation>Mit --model NAME einen Leser nennen.</translation>
    </message>
    <message>
        <source>Name each folder by its character; where capitals and small letters are the same to the system, &apos;upper_A&apos; and &apos;lower_a&apos;; for what no folder can be called, &apos;U+002F&apos;.</source>
        <translation>Jeden Ordner nach seinem Zeichen benennen; wo große und kleine Buchstaben für das System dasselbe sind, &apos;upper_A&apos; und &apos;lower_a&apos;; wie kein Ordner heißen kann, &apos;U+002F&apos;.</translation>
    </message>
    <message>
        <source>Name one word at least.</source>
        <translation>Mindestens ein Wort nennen.</translation>
    </message>
    <message>
        <source>Name those that may stand here.</source>
        <translation>Nennen Sie nur die, die hier stehen dürfen.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Networks of two to eight layers are trained with each of three bends, and the gradient of every layer is measured. Look at its way down: each sigmoid layer shrinks it at least fourfold, so that deep sigmoid networks learn nothing, while tanh and ReLU carry it.</source>
        <translation>Netze aus zwei bis acht Schichten werden mit jedem von drei Knicken trainiert, und der Gradient jeder Schicht wird gemessen. Zu beachten ist sein Weg nach unten: Jede Sigmoid-Schicht verkleinert ihn mindestens auf ein Viertel, sodass tiefe Sigmoid-Netze nichts lernen, während Tanh und ReLU ihn tragen.</translation>
    </message>
    <message>
        <source>New Hand</source>
        <translation>Neue Handschrift</translation>
    </message>
    <message>
        <source>Next &amp;Doubtful Letter</source>
        <translation>Nächster &amp;zweifelhafter Buchstabe</translation>
    </message>
    <message>
        <source>Next Doubtful</source>
        <translation>Nächster Zweifel</translation>
    </message>
    <message>
        <source>Next Pa&amp;ge</source>
        <translation>Nächste &amp;Seite</translation>
    </message>
    <message>
        <source>Next Page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>No</source>
        <comment>The letters are to stay as they are</comment>
        <translation>Nein</translation>
    </message>
    <message>
        <source>No command or key matches.</source>
        <translation>Kein Befehl und keine Taste passt.</translation>
    </message>
    <message>
        <source>No doubtful letter of the practice sheet is left.</source>
        <translation>Kein zweifelhafter Buchstabe des Übungsblatts ist übrig.</translation>
    </message>
    <message>
        <source>No file is chosen: choose one of labelled characters, or made-up letters.</source>
        <translation>Keine Datei ist gewählt: eine mit bezeichneten Zeichen wählen oder erfundene Buchstaben.</translation>
    </message>
    <message>
        <source>No format is called .{suffix}.</source>
        <translation>Kein Format heißt .{suffix}.</translation>
    </message>
    <message>
        <source>No initialiser is called {output_initializer}.</source>
        <translation>Kein Initialisierer heißt {output_initializer}.</translation>
    </message>
    <message>
        <source>No ink in its box</source>
        <translation>Keine Tinte in seinem Rahmen</translation>
    </message>
    <message>
        <source>No letter comes after this one in its row.</source>
        <translation>In seiner Zeile folgt kein Buchstabe auf diesen.</translation>
    </message>
    <message>
        <source>No letter held out is read wrong.</source>
        <translation>Kein zurückgehaltener Buchstabe wird falsch gelesen.</translation>
    </message>
    <message>
        <source>No letter is known yet that could look like it.</source>
        <translation>Noch ist kein Buchstabe bekannt, der ihm ähneln könnte.</translation>
    </message>
    <message>
        <source>No letter is selected any more. {keys} goes back to it.</source>
        <translation>Jetzt ist kein Buchstabe mehr ausgewählt. {keys} führt zum letzten zurück.</translation>
    </message>
    <message>
        <source>No letter selected</source>
        <translation>Kein Buchstabe ausgewählt</translation>
    </message>
    <message>
        <source>No letter would change.</source>
        <translation>Kein Buchstabe würde sich ändern.</translation>
    </message>
    <message>
        <source>No letters</source>
        <translation>Keine Buchstaben</translation>
    </message>
    <message>
        <source>No letters are selected.</source>
        <translation>Keine Buchstaben sind ausgewählt.</translation>
    </message>
    <message>
        <source>No letters found</source>
        <translation>Keine Buchstaben gefunden</translation>
    </message>
    <message>
        <source>No letters yet.</source>
        <translation>Noch keine Buchstaben.</translation>
    </message>
    <message>
        <source>No page to look at</source>
        <translation>Keine Seite zum Ansehen</translation>
    </message>
    <message>
        <source>No pages open</source>
        <translation>Keine Seiten offen</translation>
    </message>
    <message>
        <source>No pair is mixed up.</source>
        <translation>Kein Paar wird verwechselt.</translation>
    </message>
    <message>
        <source>No practice sheet asks for “{characters}”.</source>
        <translation>Kein Übungsblatt fragt nach „{characters}“.</translation>
    </message>
    <message>
        <source>No row comes after this one.</source>
        <translation>Auf diese Zeile folgt keine.</translation>
    </message>
    <message>
        <source>No row comes before this one.</source>
        <translation>Vor dieser Zeile steht keine.</translation>
    </message>
    <message>
        <source>No run yet: start one under Training.</source>
        <translation>Noch kein Lauf: unter Training einen starten.</translation>
    </message>
    <message>
        <source>No setting matches.</source>
        <translation>Keine Einstellung passt.</translation>
    </message>
    <message>
        <source>No such letters</source>
        <translation>Keine solchen Buchstaben</translation>
    </message>
    <message>
        <source>No text yet</source>
        <translation>Noch kein Text</translation>
    </message>
    <message>
        <source>No unsaved work was left by a program that ended early.</source>
        <translation>Kein vorzeitig beendetes Programm ließ ungespeicherte Arbeit zurück.</translation>
    </message>
    <message>
        <source>No word can be composed of the characters to learn from.</source>
        <translation>Aus den Zeichen, von denen gelernt wird, lässt sich kein Wort zusammensetzen.</translation>
    </message>
    <message>
        <source>No writer to learn from has left {_FEWEST} different characters.</source>
        <translation>Kein Schreiber, von dem gelernt wird, hat {_FEWEST} verschiedene Zeichen hinterlassen.</translation>
    </message>
    <message>
        <source>No writing is found like this.</source>
        <translation>So wird keine Schrift gefunden.</translation>
    </message>
    <message>
        <source>No writing was found on this page.</source>
        <translation>Auf dieser Seite wurde keine Schrift gefunden.</translation>
    </message>
    <message>
        <source>No writing was found with this ink.</source>
        <translation>Mit dieser Tinte wurde keine Schrift gefunden.</translation>
    </message>
    <message>
        <source>No {setting} is called {value}.</source>
        <translation>Nichts ({setting}) heißt {value}.</translation>
    </message>
    <message>
        <source>Nobody has confirmed or corrected a letter in “{path}”.</source>
        <translation>In „{path}“ hat niemand einen Buchstaben bestätigt oder korrigiert.</translation>
    </message>
    <message>
        <source>None confirmed.</source>
        <translation>Keiner bestätigt.</translation>
    </message>
    <message>
        <source>None of the {damage} pages of “{name}” can be opened.</source>
        <translation>Von den {damage} Seiten von „{name}“ lässt sich keine öffnen.</translation>
    </message>
    <message>
        <source>None of these letters was one that the reader was sure of.</source>
        <translation>Bei keinem dieser Buchstaben war sich der Leser sicher.</translation>
    </message>
    <message>
        <source>Not Saved</source>
        <translation>Nicht gespeichert</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>Not good enough yet: it may be more than {target}.</source>
        <translation>Noch nicht gut genug: Es können mehr als {target} sein.</translation>
    </message>
    <message>
        <source>Not opened yet. Press {keys} to open and read it.</source>
        <translation>Noch nicht geöffnet. {keys} öffnet und liest sie.</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>Noch nicht gelesen</translation>
    </message>
    <message>
        <source>Not read yet. Press {keys} to read this page.</source>
        <translation>Noch nicht gelesen. {keys} liest diese Seite.</translation>
    </message>
    <message>
        <source>Not turned yet. Press {keys} to show it.</source>
        <translation>Noch nicht gedreht. {keys} zeigt sie.</translation>
    </message>
    <message>
        <source>Not while the Ink panel shows ink on the page</source>
        <translation>Nicht solange der Bereich „Tinte“ Tinte auf der Seite zeigt</translation>
    </message>
    <message>
        <source>Nothing done yet</source>
        <translation>Noch nichts geschehen</translation>
    </message>
    <message>
        <source>Nothing is confirmed yet, as there is no reading. Del removes the box if there is no letter in it, {skips} leaves it for later.</source>
        <translation>Noch ist nichts bestätigt, denn gelesen wurde hier nichts. Entf löscht den Rahmen, falls kein Buchstabe darin ist, {skips} lässt ihn für später.</translation>
    </message>
    <message>
        <source>Nothing is lost: your work stays here and in its journal.</source>
        <translation>Nichts ist verloren: Ihre Arbeit bleibt hier und in ihrem Journal.</translation>
    </message>
    <message>
        <source>Nothing is lost; {keys} saves elsewhere.</source>
        <translation>Nichts ist verloren; {keys} speichert anderswo.</translation>
    </message>
    <message>
        <source>Nothing on the open pages is read as this character.</source>
        <translation>Nichts auf den offenen Seiten wird als dieses Zeichen gelesen.</translation>
    </message>
    <message>
        <source>Nothing tells where this row is on the page.</source>
        <translation>Nichts sagt, wo diese Zeile auf der Seite steht.</translation>
    </message>
    <message>
        <source>Nothing to review</source>
        <translation>Nichts durchzusehen</translation>
    </message>
    <message>
        <source>Nothing to review on this page</source>
        <translation>Auf dieser Seite ist nichts durchzusehen</translation>
    </message>
    <message>
        <source>Nothing was exported yet, but the other pages can be.</source>
        <translation>Noch wurde nichts exportiert. Die anderen Seiten können exportiert werden.</translation>
    </message>
    <message>
        <source>Nothing was learnt, because it would not read better. {refusal}</source>
        <translation>Nichts wurde gelernt, weil nicht besser gelesen würde. {refusal}</translation>
    </message>
    <message numerus="yes">
        <source>Nothing was learnt, because the images of %n pages are missing.</source>
        <translation>
            <numerusform>Es wurde nichts gelernt, weil das Bild einer Seite fehlt.</numerusform>
            <numerusform>Es wurde nichts gelernt, weil die Bilder von %n Seiten fehlen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>Numbers, truth values and text can be read.</source>
        <translation>Zahlen, Wahrheitswerte und Text lassen sich lesen.</translation>
    </message>
    <message numerus="yes">
        <source>Of %Ln letters at {sure} or more it said {said}; {right} were right ({least} to {most}).</source>
        <translation>
            <numerusform>Von %Ln Buchstaben ab {sure} sagte er {said}; {right} waren richtig ({least} bis {most}).</numerusform>
            <numerusform>Von %Ln Buchstaben ab {sure} sagte er {said}; {right} waren richtig ({least} bis {most}).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n letters that you confirmed {one} by itself reads {left} right, {other} {right}.</source>
        <translation>
            <numerusform>Von dem Buchstaben, den Sie bestätigt haben, liest {one} von sich aus {left} richtig, {other} {right}.</numerusform>
            <numerusform>Von den %n Buchstaben, die Sie bestätigt haben, liest {one} von sich aus {left} richtig, {other} {right}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n of them, each tested by a reader that had not seen it, {after} are read right, {before} before.</source>
        <translation>
            <numerusform>Von %n davon, geprüft von einem Leser, der ihn nicht kannte, wird {after} richtig gelesen, vorher {before}.</numerusform>
            <numerusform>Von %n davon, jeder geprüft von einem Leser, der ihn nicht kannte, werden {after} richtig gelesen, vorher {before}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Of each</source>
        <translation>Von jedem</translation>
    </message>
    <message>
        <source>Of letters that nobody chose, {needed} without an error would prove that no more than {percent} are wrong.</source>
        <translation>{needed} zufällige Buchstaben ohne Fehler würden beweisen, dass nicht mehr als {percent} falsch sind.</translation>
    </message>
    <message>
        <source>Of the four corner squares of a practice sheet “{source}” shows only {marks}.</source>
        <translation>Von den vier Eckquadraten eines Übungsblatts zeigt „{source}“ nur {marks}.</translation>
    </message>
    <message>
        <source>Of the texts of “{name}” none was found in its pictures.</source>
        <translation>Von den Texten in „{name}“ wurde keiner in den Bildern gefunden.</translation>
    </message>
    <message>
        <source>Of what you leave unchecked; the rest is to be checked.</source>
        <translation>Unter dem, was Sie ungeprüft lassen; der Rest ist zu prüfen.</translation>
    </message>
    <message>
        <source>Of your {count} letters it would read {after} right instead of {before}, each tested by a reader that had not seen it.</source>
        <translation>Von den {count} bestätigten Buchstaben läse es {after} richtig statt {before}, jeder geprüft von einem Leser, der ihn nicht gesehen hatte.</translation>
    </message>
    <message>
        <source>On the page</source>
        <translation>Auf der Seite</translation>
    </message>
    <message>
        <source>Once a run has begun, each row shows what a character is read as.</source>
        <translation>Sobald ein Lauf begonnen hat, zeigt jede Zeile, als was ein Zeichen gelesen wird.</translation>
    </message>
    <message>
        <source>Once a run has begun, the letters that it reads wrong are shown here.</source>
        <translation>Sobald ein Lauf begonnen hat, stehen hier die Buchstaben, die er falsch liest.</translation>
    </message>
    <message>
        <source>Once a run has begun, the page that is open in the main window is read here by the epoch under the cursor, beside what stands there now.</source>
        <translation>Sobald ein Lauf begonnen hat, wird die im Hauptfenster geöffnete Seite hier von der Epoche unter dem Zeiger gelesen, neben dem, was jetzt dort steht.</translation>
    </message>
    <message>
        <source>Once a run has begun, the pairs that it mixes up most are listed here.</source>
        <translation>Sobald ein Lauf begonnen hat, stehen hier die Paare, die er am meisten verwechselt.</translation>
    </message>
    <message>
        <source>One Epoch</source>
        <translation>Eine Epoche</translation>
    </message>
    <message>
        <source>One a line</source>
        <translation>Eines je Zeile</translation>
    </message>
    <message>
        <source>One combination of keys, please: not one after another.</source>
        <translation>Nur eine Tastenkombination, nicht mehrere nacheinander.</translation>
    </message>
    <message>
        <source>One cycle goes up and down again: give it three epochs or more.</source>
        <translation>Ein Zyklus geht auf und wieder ab: drei Epochen oder mehr geben.</translation>
    </message>
    <message>
        <source>One layer, no hidden units</source>
        <translation>Eine Schicht, keine verborgenen Einheiten</translation>
    </message>
    <message>
        <source>One letter is too few to keep some out of training.</source>
        <translation>Ein Buchstabe ist zu wenig, um einige vom Training auszunehmen.</translation>
    </message>
    <message>
        <source>One of these &amp;words</source>
        <translation>Eines dieser W&amp;örter</translation>
    </message>
    <message>
        <source>One output for each character; their weights are drawn so</source>
        <translation>Eine Ausgabe je Zeichen; ihre Gewichte werden so gezogen</translation>
    </message>
    <message>
        <source>One pixel of the image on one of the screen</source>
        <translation>Ein Bildpunkt des Bildes auf einem des Bildschirms</translation>
    </message>
    <message>
        <source>Only letters that chance drew count, and only once all are checked. In at least 39 of 40 such checks no more letters are wrong, whatever the probabilities say.</source>
        <translation>Nur Buchstaben, die der Zufall gezogen hat, zählen, und erst, wenn alle geprüft sind. In mindestens 39 von 40 solchen Prüfungen sind nicht mehr Buchstaben falsch, was auch die Wahrscheinlichkeiten sagen.</translation>
    </message>
    <message>
        <source>Only tried so far: closing the panel forgets it.</source>
        <translation>Bisher nur versucht: Das Schließen des Bereichs vergisst es.</translation>
    </message>
    <message>
        <source>Only two or more letters can be merged.</source>
        <translation>Nur zwei oder mehr Buchstaben lassen sich verbinden.</translation>
    </message>
    <message>
        <source>Only “{name}”</source>
        <translation>Nur „{name}“</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open &amp;Folder…</source>
        <translation>&amp;Ordner öffnen …</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Open &amp;Sample Page</source>
        <translation>&amp;Beispielseite öffnen</translation>
    </message>
    <message>
        <source>Open Again</source>
        <translation>Wieder öffnen</translation>
    </message>
    <message>
        <source>Open Folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Open It</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open a page in the main window: its letters are read here by the epoch under the cursor, beside what stands there now.</source>
        <translation>Im Hauptfenster eine Seite öffnen: Ihre Buchstaben liest hier die Epoche unter dem Zeiger, neben dem, was jetzt dort steht.</translation>
    </message>
    <message>
        <source>Open a page that ships with ocrdesk, to try things out</source>
        <translation>Eine mitgelieferte Seite zum Ausprobieren öffnen</translation>
    </message>
    <message>
        <source>Open all images of a folder</source>
        <translation>Alle Bilder eines Ordners öffnen</translation>
    </message>
    <message>
        <source>Open an image or image files from the clipboard</source>
        <translation>Ein Bild oder Bilddateien aus der Zwischenablage öffnen</translation>
    </message>
    <message>
        <source>Open another copy of it; of pages that were open, ocrdesk keeps a journal.</source>
        <translation>Eine andere Kopie öffnen; für Seiten, die offen waren, führt ocrdesk ein Journal.</translation>
    </message>
    <message>
        <source>Open another copy of the document, or add the page&apos;s image anew.</source>
        <translation>Eine andere Kopie des Dokuments öffnen, oder das Bild der Seite neu hinzufügen.</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>Ordner öffnen …</translation>
    </message>
    <message>
        <source>Open image…</source>
        <translation>Bild öffnen …</translation>
    </message>
    <message>
        <source>Open it in a PDF viewer, print it to a new PDF file without protection, and open that.</source>
        <translation>In einem PDF-Betrachter öffnen, ohne Schutz in eine neue PDF-Datei drucken und diese öffnen.</translation>
    </message>
    <message>
        <source>Open pages</source>
        <translation>Offene Seiten</translation>
    </message>
    <message>
        <source>Open photos, scans or PDF documents</source>
        <translation>Fotos, Scans oder PDF-Dokumente öffnen</translation>
    </message>
    <message>
        <source>Open the document in the window and put the image back.</source>
        <translation>Das Dokument im Fenster öffnen und das Bild zurücklegen.</translation>
    </message>
    <message>
        <source>Open the images, “...idx3-ubyte”; their labels are found beside them.</source>
        <translation>Die Bilder öffnen, „...idx3-ubyte“; ihre Bezeichnungen werden daneben gefunden.</translation>
    </message>
    <message>
        <source>Open the pictures themselves. “ocrdesk adapt” learns from its corrections.</source>
        <translation>Die Bilder selbst öffnen. Aus Korrekturen darin lernt „ocrdesk adapt“.</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>{name} öffnen</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Opening the laboratory</source>
        <translation>Das Labor öffnen</translation>
    </message>
    <message>
        <source>Opening {title}</source>
        <translation>{title} öffnen</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Wird geöffnet …</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>Optimierer</translation>
    </message>
    <message>
        <source>Ordering</source>
        <translation>Ordnen</translation>
    </message>
    <message>
        <source>Ordering the review</source>
        <translation>Die Durchsicht ordnen</translation>
    </message>
    <message>
        <source>Other characters</source>
        <translation>Andere Zeichen</translation>
    </message>
    <message>
        <source>Outputs drawn by</source>
        <translation>Ausgaben gezogen nach</translation>
    </message>
    <message>
        <source>PAGE XML, one page</source>
        <translation>PAGE-XML, eine Seite</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>ein PDF-Dokument</translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation>PDF-Dokumente (*.pdf)</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Page {number} of “{name}”</source>
        <translation>Seite {number} von „{name}“</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Pages are read with “{model}” again.</source>
        <translation>Seiten werden wieder mit „{model}“ gelesen.</translation>
    </message>
    <message>
        <source>Pages looked at from now on are read by it.</source>
        <translation>Es liest die Seiten, die ab jetzt angesehen werden.</translation>
    </message>
    <message>
        <source>Pages to export</source>
        <translation>Zu exportierende Seiten</translation>
    </message>
    <message>
        <source>Pages with unsaved work</source>
        <translation>Seiten mit ungespeicherter Arbeit</translation>
    </message>
    <message>
        <source>Part its row in two</source>
        <translation>Seine Zeile in zwei teilen</translation>
    </message>
    <message>
        <source>Part row</source>
        <translation>Zeile teilen</translation>
    </message>
    <message>
        <source>Part row {line}</source>
        <translation>Zeile {line} teilen</translation>
    </message>
    <message>
        <source>Part the letter into two where the reader would; move the line, Enter splits</source>
        <translation>Den Buchstaben dort teilen, wo der Leser es täte; die Linie verschieben, Eingabe teilt</translation>
    </message>
    <message>
        <source>Part words</source>
        <translation>Wörter trennen</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Photograph it from nearer, so that it fills the picture, or scan it at 200 dpi or more.</source>
        <translation>Näher fotografieren, sodass es das Bild füllt, oder mit 200 dpi oder mehr scannen.</translation>
    </message>
    <message>
        <source>Photograph the printed side, all of it, sharp and with its four corner squares.</source>
        <translation>Die ganze bedruckte Seite scharf und mit ihren vier Eckquadraten fotografieren.</translation>
    </message>
    <message>
        <source>Photograph the whole page, lying flat, with nothing on its corners.</source>
        <translation>Die ganze Seite flach liegend fotografieren, die Ecken frei.</translation>
    </message>
    <message>
        <source>Picture the network saw</source>
        <translation>Bild, das das Netz sah</translation>
    </message>
    <message>
        <source>Place and size of the window</source>
        <translation>Ort und Größe des Fensters</translation>
    </message>
    <message>
        <source>Pointer position</source>
        <translation>Ort des Mauszeigers</translation>
    </message>
    <message>
        <source>Practice sheet</source>
        <translation>Übungsblatt</translation>
    </message>
    <message>
        <source>Pre&amp;vious Pane</source>
        <translation>&amp;Vorheriger Bereich</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Press the keys. Without any, the command has none.</source>
        <translation>Die Tasten drücken. Ohne Taste hat der Befehl keine.</translation>
    </message>
    <message>
        <source>Press {keys} to read it first.</source>
        <translation>{keys} liest sie zuerst.</translation>
    </message>
    <message>
        <source>Press {keys} to read the page that is shown.</source>
        <translation>{keys} liest die gezeigte Seite.</translation>
    </message>
    <message>
        <source>Previo&amp;us Page</source>
        <translation>Vor&amp;herige Seite</translation>
    </message>
    <message>
        <source>Previous D&amp;oubtful Letter</source>
        <translation>Vorheriger z&amp;weifelhafter Buchstabe</translation>
    </message>
    <message>
        <source>Print it at full size, fill it in, and open a photo of it here.</source>
        <translation>In voller Größe drucken, ausfüllen und ein Foto davon hier öffnen.</translation>
    </message>
    <message>
        <source>Print it, write every character into its box, photograph it and open the photo: ocrdesk then knows how you write.</source>
        <translation>Drucken, jedes Zeichen in sein Kästchen schreiben, fotografieren und das Foto öffnen: Dann kennt ocrdesk die Handschrift.</translation>
    </message>
    <message>
        <source>Print or export it on paper of a usual size.</source>
        <translation>Auf Papier üblicher Größe drucken oder exportieren.</translation>
    </message>
    <message>
        <source>Printed lines, squares and boxes of the paper</source>
        <translation>Gedruckte Linien, Karos und Kästchen des Papiers</translation>
    </message>
    <message>
        <source>Profiles here: {known}.</source>
        <translation>Profile hier: {known}.</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Progress of loading letters</source>
        <translation>Fortschritt beim Laden der Buchstaben</translation>
    </message>
    <message>
        <source>Progress of the experiment</source>
        <translation>Fortschritt des Experiments</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>Fortschritt des Laufs</translation>
    </message>
    <message>
        <source>Put Back</source>
        <translation>Zurücklegen</translation>
    </message>
    <message>
        <source>Put Back “{title}”</source>
        <translation>„{title}“ zurücklegen</translation>
    </message>
    <message>
        <source>Put Page &amp;Back</source>
        <translation>Seite zu&amp;rücklegen</translation>
    </message>
    <message>
        <source>Put a &amp;Space before the Letter</source>
        <translation>&amp;Leerzeichen vor dem Buchstaben einfügen</translation>
    </message>
    <message>
        <source>Put a box beside the selected letter, or into the middle</source>
        <translation>Einen Rahmen neben den ausgewählten Buchstaben oder in die Mitte setzen</translation>
    </message>
    <message>
        <source>Put a space before “{character}”</source>
        <translation>Leerzeichen vor „{character}“</translation>
    </message>
    <message>
        <source>Put the image back that was there; the work is kept until then.</source>
        <translation>Das frühere Bild zurücklegen; die Arbeit bleibt bis dahin aufbewahrt.</translation>
    </message>
    <message>
        <source>Put the image back, or open it anew.</source>
        <translation>Das Bild zurücklegen oder neu öffnen.</translation>
    </message>
    <message>
        <source>Put the mapping of the dataset beside it, such as “emnist-balanced-mapping.txt”.</source>
        <translation>Die Zuordnung des Datensatzes daneben legen, etwa „emnist-balanced-mapping.txt“.</translation>
    </message>
    <message>
        <source>Put the page back that was taken out last</source>
        <translation>Die zuletzt herausgenommene Seite zurücklegen</translation>
    </message>
    <message>
        <source>Put this page before the one above it</source>
        <translation>Diese Seite vor die darüber setzen</translation>
    </message>
    <message>
        <source>Put this page behind the one below it</source>
        <translation>Diese Seite hinter die darunter setzen</translation>
    </message>
    <message>
        <source>Put {name} back</source>
        <translation>{name} andocken</translation>
    </message>
    <message>
        <source>Put “{candidates}” into the same folder.</source>
        <translation>„{candidates}“ in denselben Ordner legen.</translation>
    </message>
    <message>
        <source>Putting the hand back</source>
        <translation>Die Handschrift zurücklegen</translation>
    </message>
    <message>
        <source>Random check: none of {asked} letters checked yet.</source>
        <translation>Zufallsprüfung: noch keiner von {asked} Buchstaben geprüft.</translation>
    </message>
    <message>
        <source>Random check: {checked} of {asked} checked, {wrong} wrong.</source>
        <translation>Zufallsprüfung: {checked} von {asked} geprüft, {wrong} falsch.</translation>
    </message>
    <message>
        <source>Random check: {wrong} of {checked} were wrong. So at most {high} of all {letters} letters are wrong still ({share}), if what you confirmed is right.</source>
        <translation>Zufallsprüfung: {wrong} von {checked} waren falsch. Also sind noch höchstens {high} von allen {letters} Buchstaben falsch ({share}), wenn stimmt, was Sie bestätigt haben.</translation>
    </message>
    <message>
        <source>Random check: {wrong} of {checked} were wrong. So none of all {letters} letters is wrong any more, if what you confirmed is right.</source>
        <translation>Zufallsprüfung: {wrong} von {checked} waren falsch. Also ist keiner von allen {letters} Buchstaben mehr falsch, wenn stimmt, was Sie bestätigt haben.</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>ReLU units that begin with zeros never learn: their slope is 0.</source>
        <translation>ReLU-Einheiten, die mit Nullen beginnen, lernen nie: Ihre Steigung ist 0.</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Read &amp;All Pages with {name}</source>
        <translation>&amp;Alle Seiten mit {name} lesen</translation>
    </message>
    <message>
        <source>Read Again</source>
        <translation>Erneut lesen</translation>
    </message>
    <message>
        <source>Read Fainter Ink</source>
        <translation>Schwächere Tinte lesen</translation>
    </message>
    <message>
        <source>Read So</source>
        <translation>So lesen</translation>
    </message>
    <message>
        <source>Read Them</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Erneut gelesen</translation>
    </message>
    <message numerus="yes">
        <source>Read again: %n letters changed, some of them parted otherwise.</source>
        <translation>
            <numerusform>Erneut gelesen: %n Buchstabe geändert, weil anders getrennt wurde.</numerusform>
            <numerusform>Erneut gelesen: %n Buchstaben geändert, teils anders getrennt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read again: %n letters changed.</source>
        <translation>
            <numerusform>Erneut gelesen: %n Buchstabe geändert.</numerusform>
            <numerusform>Erneut gelesen: %n Buchstaben geändert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Read again: no letter changed.</source>
        <translation>Erneut gelesen: kein Buchstabe geändert.</translation>
    </message>
    <message>
        <source>Read by a list of words</source>
        <translation>Nach einer Liste von Wörtern gelesen</translation>
    </message>
    <message>
        <source>Read by a pattern</source>
        <translation>Nach einem Muster gelesen</translation>
    </message>
    <message>
        <source>Read by the pattern “{pattern}”</source>
        <translation>Nach dem Muster „{pattern}“ lesen</translation>
    </message>
    <message>
        <source>Read by {name}</source>
        <translation>Gelesen von {name}</translation>
    </message>
    <message>
        <source>Read by {name}.</source>
        <translation>Gelesen von {name}.</translation>
    </message>
    <message>
        <source>Read by {name}: click to read with another model or hand</source>
        <translation>Gelesen von {name}: Klicken, um mit einem anderen Modell oder einer anderen Handschrift zu lesen</translation>
    </message>
    <message numerus="yes">
        <source>Read by “{name}” after %n letters.</source>
        <translation>
            <numerusform>Gelesen von „{name}“ nach %n Buchstaben.</numerusform>
            <numerusform>Gelesen von „{name}“ nach %n Buchstaben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Read by “{name}”, before it learnt.</source>
        <translation>Gelesen von „{name}“, bevor sie lernte.</translation>
    </message>
    <message>
        <source>Read it first.</source>
        <translation>Sie zuerst lesen.</translation>
    </message>
    <message>
        <source>Read right, %</source>
        <translation>Richtig gelesen, %</translation>
    </message>
    <message>
        <source>Read the page anew; what you confirmed stays, and one Undo goes back</source>
        <translation>Die Seite neu lesen; was Sie bestätigt haben, bleibt, und Rückgängig führt zurück</translation>
    </message>
    <message>
        <source>Read the row earlier</source>
        <translation>Die Zeile früher lesen</translation>
    </message>
    <message>
        <source>Read the row later</source>
        <translation>Die Zeile später lesen</translation>
    </message>
    <message>
        <source>Read what you have not confirmed once more</source>
        <translation>Noch einmal lesen, was nicht bestätigt ist</translation>
    </message>
    <message>
        <source>Read with It</source>
        <translation>Damit lesen</translation>
    </message>
    <message>
        <source>Read with This</source>
        <translation>Damit lesen</translation>
    </message>
    <message>
        <source>Read with This Ink</source>
        <translation>Mit dieser Tinte lesen</translation>
    </message>
    <message>
        <source>Read with automatic ink</source>
        <translation>Mit automatischer Tinte gelesen</translation>
    </message>
    <message>
        <source>Read with other ink</source>
        <translation>Mit anderer Tinte gelesen</translation>
    </message>
    <message numerus="yes">
        <source>Read with this ink: %n letters, {count} of them as you confirmed them.</source>
        <translation>
            <numerusform>Mit dieser Tinte gelesen: ein Buchstabe, {count} davon wie von Ihnen bestätigt.</numerusform>
            <numerusform>Mit dieser Tinte gelesen: %n Buchstaben, {count} davon wie von Ihnen bestätigt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read with this ink: %n letters.</source>
        <translation>
            <numerusform>Mit dieser Tinte gelesen: ein Buchstabe.</numerusform>
            <numerusform>Mit dieser Tinte gelesen: %n Buchstaben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Read with {name}</source>
        <translation>Mit {name} gelesen</translation>
    </message>
    <message>
        <source>Read with {name}</source>
        <comment>A button</comment>
        <translation>Mit {name} lesen</translation>
    </message>
    <message>
        <source>Read without a pattern</source>
        <translation>Ohne Muster gelesen</translation>
    </message>
    <message>
        <source>Reader on the left</source>
        <translation>Leser links</translation>
    </message>
    <message>
        <source>Reader on the right</source>
        <translation>Leser rechts</translation>
    </message>
    <message>
        <source>Reader said</source>
        <translation>Leser sagte</translation>
    </message>
    <message>
        <source>Readin&amp;g</source>
        <translation>&amp;Lesarten</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Reading again</source>
        <translation>Wird erneut gelesen</translation>
    </message>
    <message>
        <source>Reading letters</source>
        <translation>Buchstaben werden gelesen</translation>
    </message>
    <message>
        <source>Reading the practice sheet</source>
        <translation>Das Übungsblatt lesen</translation>
    </message>
    <message>
        <source>Reading with {name}</source>
        <translation>Lesen mit {name}</translation>
    </message>
    <message>
        <source>Reading with {one} and {other}…</source>
        <translation>Lesen mit {one} und {other} …</translation>
    </message>
    <message>
        <source>Reading without it…</source>
        <translation>Liest ohne es …</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>{name} wird gelesen</translation>
    </message>
    <message>
        <source>Reading {title}</source>
        <translation>{title} lesen</translation>
    </message>
    <message>
        <source>Reading, {percent} %</source>
        <translation>Wird gelesen, {percent} %</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Es wird gelesen …</translation>
    </message>
    <message>
        <source>Reads Now</source>
        <translation>Liest jetzt</translation>
    </message>
    <message>
        <source>Recalling other hands</source>
        <translation>Andere Handschriften werden erinnert</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>Recent files to remember</source>
        <translation>Zuletzt geöffnete Dateien merken</translation>
    </message>
    <message>
        <source>Recover &amp;Unsaved Work…</source>
        <translation>Nicht Gespeichertes &amp;wiederherstellen …</translation>
    </message>
    <message>
        <source>Recovering</source>
        <translation>Wird wiederhergestellt</translation>
    </message>
    <message>
        <source>Recover…</source>
        <translation>Wiederherstellen …</translation>
    </message>
    <message>
        <source>Relabel as Read</source>
        <translation>Wie gelesen benennen</translation>
    </message>
    <message>
        <source>Remove it if nobody needs it.</source>
        <translation>Es entfernen, wenn niemand es braucht.</translation>
    </message>
    <message>
        <source>Remove the box: there is no letter there</source>
        <translation>Den Rahmen entfernen: Dort ist kein Buchstabe</translation>
    </message>
    <message>
        <source>Remove the space after “{character}”</source>
        <translation>Leerzeichen nach „{character}“ entfernen</translation>
    </message>
    <message>
        <source>Remove the space before “{character}”</source>
        <translation>Leerzeichen vor „{character}“ entfernen</translation>
    </message>
    <message>
        <source>Remove “{path}” yourself.</source>
        <translation>„{path}“ von Hand entfernen.</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>Removed on ruled paper</source>
        <translation>Auf liniertem Papier entfernt</translation>
    </message>
    <message>
        <source>Removed, boxes too</source>
        <translation>Entfernt, auch Kästchen</translation>
    </message>
    <message>
        <source>Rename Hand</source>
        <translation>Handschrift umbenennen</translation>
    </message>
    <message>
        <source>Renaming the hand</source>
        <translation>Die Handschrift umbenennen</translation>
    </message>
    <message>
        <source>Replacing it destroys what it holds.</source>
        <translation>Ersetzen zerstört ihren Inhalt.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Resize {moved} letters</source>
        <translation>Größe von {moved} Buchstaben ändern</translation>
    </message>
    <message>
        <source>Resize {way}</source>
        <translation>Größe nach {way} ändern</translation>
    </message>
    <message>
        <source>Resize {way} by 10</source>
        <translation>Größe um 10 nach {way} ändern</translation>
    </message>
    <message>
        <source>Resize “{character}”</source>
        <translation>Größe von „{character}“ ändern</translation>
    </message>
    <message>
        <source>Restart Now</source>
        <translation>Jetzt neu starten</translation>
    </message>
    <message>
        <source>Restore &amp;All Defaults</source>
        <translation>&amp;Alle Vorgaben wiederherstellen</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Resume Stopped Run</source>
        <translation>Angehaltenen fortsetzen</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Durchsicht</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>rechts</translation>
    </message>
    <message>
        <source>Right</source>
        <comment>The letter was read right</comment>
        <translation>Richtig</translation>
    </message>
    <message>
        <source>Right click, Menu key, Shift+F10</source>
        <translation>Rechtsklick, Menütaste, Umschalt+F10</translation>
    </message>
    <message>
        <source>Roll Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Roll Back to {model}</source>
        <translation>Zurück zu {model}</translation>
    </message>
    <message>
        <source>Row {number}.</source>
        <translation>Zeile {number}.</translation>
    </message>
    <message>
        <source>Row {row}, “{text}”</source>
        <translation>Zeile {row}, „{text}“</translation>
    </message>
    <message>
        <source>Rows {first} to {last}</source>
        <translation>Zeilen {first} bis {last}</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Run {number}</source>
        <translation>Lauf {number}</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Sa&amp;ve</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>Speichern &amp;unter …</translation>
    </message>
    <message>
        <source>Save As</source>
        <translation>Speichern unter</translation>
    </message>
    <message>
        <source>Save Practice Sheet</source>
        <translation>Übungsblatt speichern</translation>
    </message>
    <message>
        <source>Save all pages in another document</source>
        <translation>Alle Seiten in einem anderen Dokument speichern</translation>
    </message>
    <message>
        <source>Save all pages with their images, corrections and steps in one document</source>
        <translation>Alle Seiten mit Bildern, Korrekturen und Schritten in einem Dokument speichern</translation>
    </message>
    <message>
        <source>Save and Use</source>
        <translation>Speichern und verwenden</translation>
    </message>
    <message>
        <source>Save it again.</source>
        <translation>Erneut speichern.</translation>
    </message>
    <message>
        <source>Save it as an array of numbers or of text.</source>
        <translation>Als Feld von Zahlen oder Text speichern.</translation>
    </message>
    <message>
        <source>Save it in MATLAB with save(..., &apos;-v7&apos;).</source>
        <translation>In MATLAB mit save(..., &apos;-v7&apos;) speichern.</translation>
    </message>
    <message>
        <source>Save it in parts.</source>
        <translation>In Teilen speichern.</translation>
    </message>
    <message>
        <source>Save it to a file and open that.</source>
        <translation>In einer Datei speichern und diese öffnen.</translation>
    </message>
    <message>
        <source>Save it to a file first, then drop the file here.</source>
        <translation>Zuerst in einer Datei speichern, dann diese hierher ziehen.</translation>
    </message>
    <message>
        <source>Save it with {keys}.</source>
        <translation>Mit {keys} speichern.</translation>
    </message>
    <message>
        <source>Save the arrays again with numpy.savez_compressed.</source>
        <translation>Die Felder noch einmal mit numpy.savez_compressed speichern.</translation>
    </message>
    <message>
        <source>Save the image to a file first.</source>
        <translation>Das Bild zuerst in einer Datei speichern.</translation>
    </message>
    <message>
        <source>Save them in parts.</source>
        <translation>In Teilen speichern.</translation>
    </message>
    <message>
        <source>Save under another name to keep both. Replacing destroys what was saved there since.</source>
        <translation>Unter anderem Namen speichern, um beides zu behalten. Ersetzen zerstört, was dort seitdem gespeichert wurde.</translation>
    </message>
    <message>
        <source>Save under another name, so that neither work is lost.</source>
        <translation>Unter anderem Namen speichern, damit keine Arbeit verloren geht.</translation>
    </message>
    <message>
        <source>Saved to {name}, without {join}.</source>
        <translation>In {name} gespeichert, ohne {join}.</translation>
    </message>
    <message>
        <source>Saved to {name}.</source>
        <translation>In {name} gespeichert.</translation>
    </message>
    <message>
        <source>Saved {path}; pages are read with “{name}” now.</source>
        <translation>{path} gespeichert; Seiten werden nun mit „{name}“ gelesen.</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Saving the epoch</source>
        <translation>Die Epoche speichern</translation>
    </message>
    <message>
        <source>Saving {name}…</source>
        <translation>{name} wird gespeichert …</translation>
    </message>
    <message>
        <source>Say a pattern or the words for the selected letters, which settles O and 0, I and 1</source>
        <translation>Für die gewählten Buchstaben ein Muster oder die Wörter nennen; das entscheidet zwischen O und 0, I und 1</translation>
    </message>
    <message>
        <source>Say a pattern such as AAA-999, or the words, that its rows hold; see its other fields</source>
        <translation>Ein Muster wie AAA-999 oder die Wörter nennen, die in den Zeilen stehen; die übrigen Felder sehen</translation>
    </message>
    <message>
        <source>Say what may stand here to see how the letters would read.</source>
        <translation>Nennen Sie, was hier stehen darf, um zu sehen, wie die Buchstaben gelesen würden.</translation>
    </message>
    <message>
        <source>Scan or export it again.</source>
        <translation>Erneut scannen oder exportieren.</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Lernplan</translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation>E&amp;instellungen …</translation>
    </message>
    <message>
        <source>Searchable PDF</source>
        <translation>Durchsuchbares PDF</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Select &amp;All Letters</source>
        <translation>&amp;Alle Buchstaben auswählen</translation>
    </message>
    <message>
        <source>Select a row, or read it in another&apos;s place</source>
        <translation>Eine Zeile auswählen oder an anderer Stelle lesen</translation>
    </message>
    <message>
        <source>Select all letters of the page; typing labels them all</source>
        <translation>Alle Buchstaben der Seite auswählen; Tippen benennt sie alle</translation>
    </message>
    <message>
        <source>Select another one.</source>
        <translation>Einen anderen auswählen.</translation>
    </message>
    <message>
        <source>Select it too, or delete it.</source>
        <translation>Ihn auch auswählen oder löschen.</translation>
    </message>
    <message>
        <source>Select letters of one row, or move them into one row first.</source>
        <translation>Buchstaben einer Zeile auswählen oder sie zuerst in eine Zeile schieben.</translation>
    </message>
    <message>
        <source>Select some that stand side by side.</source>
        <translation>Einige auswählen, die nebeneinander stehen.</translation>
    </message>
    <message>
        <source>Select the letters inside a frame; with Ctrl as well</source>
        <translation>Die Buchstaben in einem Rahmen auswählen; mit Strg zusätzlich</translation>
    </message>
    <message>
        <source>Select the letters to merge, or the one before.</source>
        <translation>Die zu verbindenden Buchstaben oder den davor auswählen.</translation>
    </message>
    <message>
        <source>Select the ones beside it as well.</source>
        <translation>Die daneben auch auswählen.</translation>
    </message>
    <message>
        <source>Select up to a letter</source>
        <translation>Bis zu einem Buchstaben auswählen</translation>
    </message>
    <message>
        <source>Selected le&amp;tters (none are selected)</source>
        <translation>Gewählte Bu&amp;chstaben (keine gewählt)</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>Empfindlichkeit</translation>
    </message>
    <message numerus="yes">
        <source>Set %n letters on “{page}” to “{character}”.</source>
        <translation>
            <numerusform>%n Buchstabe auf „{page}“ auf „{character}“ gesetzt.</numerusform>
            <numerusform>%n Buchstaben auf „{page}“ auf „{character}“ gesetzt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Set everything as ocrdesk would</source>
        <translation>Alles so einstellen, wie ocrdesk es täte</translation>
    </message>
    <message>
        <source>Set the letter, confirm it and move on</source>
        <translation>Den Buchstaben setzen, bestätigen und weiter</translation>
    </message>
    <message>
        <source>Set {changed} to “{character}”</source>
        <translation>{changed} auf „{character}“ setzen</translation>
    </message>
    <message>
        <source>Set {letters} letters on {pages} pages to “{character}”.</source>
        <translation>{letters} Buchstaben auf {pages} Seiten auf „{character}“ gesetzt.</translation>
    </message>
    <message>
        <source>Set “{character}”</source>
        <translation>„{character}“ setzen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Settings of ink</source>
        <translation>Einstellungen der Tinte</translation>
    </message>
    <message>
        <source>Settings of the run</source>
        <translation>Einstellungen des Laufs</translation>
    </message>
    <message>
        <source>Share left out</source>
        <translation>Ausgelassener Anteil</translation>
    </message>
    <message>
        <source>Shift+Click, Shift+Arrow keys</source>
        <translation>Umschalt+Klick, Umschalt+Pfeiltasten</translation>
    </message>
    <message>
        <source>Shift+Drag</source>
        <translation>Umschalt+Ziehen</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show Letters</source>
        <translation>Buchstaben zeigen</translation>
    </message>
    <message>
        <source>Show Next</source>
        <translation>Nächsten zeigen</translation>
    </message>
    <message>
        <source>Show Suspects</source>
        <translation>Verdächtige zeigen</translation>
    </message>
    <message>
        <source>Show Them</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show a page that was read, to compare the readers on it.</source>
        <translation>Eine gelesene Seite zeigen, um die Leser an ihr zu vergleichen.</translation>
    </message>
    <message>
        <source>Show a page with confirmed letters to get its image back, then learn again.</source>
        <translation>Zeigen Sie eine Seite mit bestätigten Buchstaben an, damit ihr Bild zurückkommt, und lernen Sie dann noch einmal.</translation>
    </message>
    <message>
        <source>Show on Its Page</source>
        <translation>Auf der Seite zeigen</translation>
    </message>
    <message>
        <source>Show on the page</source>
        <translation>Auf der Seite zeigen</translation>
    </message>
    <message>
        <source>Show or hide the bands of the rows</source>
        <translation>Die Bänder der Zeilen ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Show or hide the boxes</source>
        <translation>Die Rahmen ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Show or hide what was read, above each letter</source>
        <translation>Ein- oder ausblenden, was über jedem Buchstaben gelesen wurde</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Side of the square</source>
        <translation>Seite des Quadrats</translation>
    </message>
    <message>
        <source>Side of the square each unit looks at</source>
        <translation>Seite des Quadrats, das jede Einheit ansieht</translation>
    </message>
    <message>
        <source>Sigmoid, tanh and ReLU at depth 2 to 8</source>
        <translation>Sigmoid, Tanh und ReLU bei Tiefe 2 bis 8</translation>
    </message>
    <message>
        <source>Size of the selected box in pixels, or how many</source>
        <translation>Größe des ausgewählten Rahmens in Bildpunkten, oder wie viele</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Small convolution</source>
        <translation>Kleine Faltung</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Glättung</translation>
    </message>
    <message>
        <source>Smooths grain and single dots of the photo away first</source>
        <translation>Glättet zuerst Korn und einzelne Punkte des Fotos</translation>
    </message>
    <message>
        <source>So long a list is not kept with the page: it is read by it this once.</source>
        <translation>Eine so lange Liste bleibt nicht bei der Seite: Nach ihr wird nur dieses Mal gelesen.</translation>
    </message>
    <message>
        <source>Solid: held out, dashed: learnt from. Click or drag to look inside an epoch.</source>
        <translation>Durchgezogen: zurückgehalten, gestrichelt: gelernt. Klicken oder ziehen, um in eine Epoche zu sehen.</translation>
    </message>
    <message>
        <source>Some letters would be parted otherwise.</source>
        <translation>Manche Buchstaben würden anders getrennt.</translation>
    </message>
    <message>
        <source>Some of {names} was damaged: check it, then save it.</source>
        <translation>{names} war teils beschädigt: prüfen, dann speichern.</translation>
    </message>
    <message>
        <source>Something Went Wrong</source>
        <translation>Etwas ist schiefgegangen</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>Etwas ist schiefgegangen</translation>
    </message>
    <message>
        <source>Something went wrong in ocrdesk</source>
        <translation>In ocrdesk ist etwas schiefgegangen</translation>
    </message>
    <message>
        <source>Specks</source>
        <translation>Flecken</translation>
    </message>
    <message>
        <source>Split “{character}”</source>
        <translation>„{character}“ teilen</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Start Another</source>
        <translation>Neuen starten</translation>
    </message>
    <message>
        <source>Start ocrdesk again.</source>
        <translation>ocrdesk erneut starten.</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message numerus="yes">
        <source>Stopped. %n pages were not read.</source>
        <translation>
            <numerusform>Angehalten. %n Seite wurde nicht gelesen.</numerusform>
            <numerusform>Angehalten. %n Seiten wurden nicht gelesen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Store it as Unicode text.</source>
        <translation>Als Unicode-Text speichern.</translation>
    </message>
    <message>
        <source>Store the images as 8-bit numbers from 0 to 255.</source>
        <translation>Die Bilder als 8-Bit-Zahlen von 0 bis 255 speichern.</translation>
    </message>
    <message>
        <source>Store the labels as Unicode text.</source>
        <translation>Die Bezeichnungen als Unicode-Text speichern.</translation>
    </message>
    <message>
        <source>Store the pictures as &apos;images&apos; (number x height x width) and their &apos;labels&apos;.</source>
        <translation>Die Bilder als &apos;images&apos; (Anzahl x Höhe x Breite) und ihre &apos;labels&apos; speichern.</translation>
    </message>
    <message>
        <source>Store them as 8-bit numbers from 0 to 255.</source>
        <translation>Als 8-Bit-Zahlen von 0 bis 255 speichern.</translation>
    </message>
    <message>
        <source>Strong</source>
        <translation>Stark</translation>
    </message>
    <message>
        <source>Such as ABCÄÖ€</source>
        <translation>Etwa ABCÄÖ€</translation>
    </message>
    <message>
        <source>Swap with what is left</source>
        <translation>Mit dem links davon tauschen</translation>
    </message>
    <message>
        <source>Swap with what is right</source>
        <translation>Mit dem rechts davon tauschen</translation>
    </message>
    <message>
        <source>Table of all letters</source>
        <translation>Tabelle aller Buchstaben</translation>
    </message>
    <message>
        <source>Take 5 to 5,000 letters of each character.</source>
        <translation>5 bis 5000 Buchstaben je Zeichen nehmen.</translation>
    </message>
    <message>
        <source>Take Out “{title}”</source>
        <translation>„{title}“ herausnehmen</translation>
    </message>
    <message>
        <source>Take Reading &amp;{place}</source>
        <translation>Lesart &amp;{place} übernehmen</translation>
    </message>
    <message>
        <source>Take a page out, in the list of pages</source>
        <translation>In der Liste der Seiten: Seite herausnehmen</translation>
    </message>
    <message>
        <source>Take layer {number} away</source>
        <translation>Schicht {number} entfernen</translation>
    </message>
    <message>
        <source>Take the Letters</source>
        <translation>Buchstaben übernehmen</translation>
    </message>
    <message>
        <source>Take the Letters of a Practice &amp;Sheet</source>
        <translation>Buchstaben eines Übungsblatts über&amp;nehmen</translation>
    </message>
    <message>
        <source>Take the field away</source>
        <translation>Das Feld wegnehmen</translation>
    </message>
    <message>
        <source>Take the file out of the folder, or replace it.</source>
        <translation>Die Datei aus dem Ordner nehmen oder ersetzen.</translation>
    </message>
    <message>
        <source>Take the letters of the sheet</source>
        <translation>Buchstaben des Blatts übernehmen</translation>
    </message>
    <message>
        <source>Take them again.</source>
        <translation>Noch einmal übernehmen.</translation>
    </message>
    <message>
        <source>Take this layer away</source>
        <translation>Diese Schicht entfernen</translation>
    </message>
    <message>
        <source>Take this page out</source>
        <translation>Diese Seite herausnehmen</translation>
    </message>
    <message>
        <source>Take your label away, so that the reading counts again</source>
        <translation>Die Korrektur zurücknehmen, sodass wieder das Gelesene gilt</translation>
    </message>
    <message>
        <source>Tell how many letters are still wrong, from some that chance draws</source>
        <translation>Aus einer Zufallsauswahl ermitteln, wie viele Buchstaben noch falsch sind</translation>
    </message>
    <message>
        <source>Telling writers apart</source>
        <translation>Schreiber werden unterschieden</translation>
    </message>
    <message>
        <source>Testing what was learnt</source>
        <translation>Das Gelernte wird geprüft</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Text of the page</source>
        <translation>Text der Seite</translation>
    </message>
    <message>
        <source>Text to find</source>
        <translation>Gesuchter Text</translation>
    </message>
    <message>
        <source>That cannot be undone.</source>
        <translation>Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>That was the last letter of this page.</source>
        <translation>Das war der letzte Buchstabe dieser Seite.</translation>
    </message>
    <message>
        <source>The Ink panel shows ink on this page, too, instead of its letters.</source>
        <translation>Der Bereich „Tinte“ zeigt auch auf dieser Seite Tinte statt der Buchstaben.</translation>
    </message>
    <message>
        <source>The assignment&apos;s network is trained at three learning rates for the same epochs. Look at how the slow one has not arrived, and whether the fast one shakes on its way.</source>
        <translation>Das Netz der Aufgabe wird bei drei Lernraten gleich viele Epochen trainiert. Zu beachten ist, dass die langsame noch nicht am Ziel ist und ob die schnelle unterwegs zittert.</translation>
    </message>
    <message>
        <source>The assignment&apos;s network is trained twice, once from weights of zero and once from Xavier&apos;s random ones. Look at the hidden units that began with zeros: they receive the same gradient, stay identical, and 64 of them can do no more than one.</source>
        <translation>Das Netz der Aufgabe wird zweimal trainiert, einmal von Gewichten null und einmal von Xaviers zufälligen aus. Zu beachten sind die verborgenen Einheiten, die mit Nullen begannen: Sie erhalten denselben Gradienten, bleiben gleich, und 64 von ihnen können nicht mehr als eine.</translation>
    </message>
    <message>
        <source>The assignment&apos;s network is trained with batches of 4 to 512 letters for the same epochs. Look at both charts: small batches take more steps an epoch and learn more in it, large ones are quicker by the clock for each letter.</source>
        <translation>Das Netz der Aufgabe wird mit Stapeln von 4 bis 512 Buchstaben gleich viele Epochen trainiert. Zu beachten sind beide Diagramme: Kleine Stapel machen in einer Epoche mehr Schritte und lernen darin mehr, große sind nach der Uhr je Buchstabe schneller.</translation>
    </message>
    <message>
        <source>The assignment&apos;s own network (64 sigmoid units, {charset} classes, Xavier, batches of 32) reads {run} % of the letters held out here ({letters}); the assignment gives 76 % on its own letters.</source>
        <translation>Das Netz der Aufgabe (64 Sigmoid-Einheiten, {charset} Klassen, Xavier, Stapel von 32) liest hier {run} % der zurückgehaltenen Buchstaben ({letters}); die Aufgabe nennt 76 % auf ihren eigenen Buchstaben.</translation>
    </message>
    <message>
        <source>The assignment: 64 sigmoid units</source>
        <translation>Die Aufgabe: 64 Sigmoid-Einheiten</translation>
    </message>
    <message>
        <source>The box lies outside the page.</source>
        <translation>Der Rahmen liegt außerhalb der Seite.</translation>
    </message>
    <message>
        <source>The character whose letters are shown</source>
        <translation>Das Zeichen, dessen Buchstaben gezeigt werden</translation>
    </message>
    <message>
        <source>The experiment</source>
        <translation>Das Experiment</translation>
    </message>
    <message>
        <source>The file has changed since it was opened; open it again.</source>
        <translation>Die Datei hat sich seit dem Öffnen geändert; erneut öffnen.</translation>
    </message>
    <message>
        <source>The folder “{folder}” cannot be made: {value4}.</source>
        <translation>Der Ordner „{folder}“ lässt sich nicht anlegen: {value4}.</translation>
    </message>
    <message>
        <source>The folder “{name}” is not named after a single character.</source>
        <translation>Der Ordner „{name}“ ist nicht nach einem einzelnen Zeichen benannt.</translation>
    </message>
    <message>
        <source>The hidden units that began with zeros are {same} after training.</source>
        <translation>Die verborgenen Einheiten, die mit Nullen begannen, sind nach dem Training {same}.</translation>
    </message>
    <message>
        <source>The history has no step {position}.</source>
        <translation>Der Verlauf hat keinen Schritt {position}.</translation>
    </message>
    <message>
        <source>The image cannot be opened.</source>
        <translation>Das Bild lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>The image cannot be opened. What was read of it is in the text.</source>
        <translation>Das Bild lässt sich nicht öffnen. Was darauf gelesen wurde, steht im Text.</translation>
    </message>
    <message>
        <source>The image has {error}.</source>
        <translation>Das Bild hat {error}.</translation>
    </message>
    <message>
        <source>The image of “{name}”</source>
        <translation>Das Bild von „{name}“</translation>
    </message>
    <message>
        <source>The image of “{title}” is not in the document, which reading needs.</source>
        <translation>Das Bild von „{title}“ ist nicht im Dokument, und zum Lesen braucht es das.</translation>
    </message>
    <message>
        <source>The journal in “{folder}” is damaged where it told how the page was.</source>
        <translation>Das Journal in „{folder}“ ist dort beschädigt, wo es sagte, wie die Seite war.</translation>
    </message>
    <message>
        <source>The journal “{path}” cannot be read: {value4}.</source>
        <translation>Das Journal „{path}“ lässt sich nicht lesen: {value4}.</translation>
    </message>
    <message>
        <source>The journal “{path}” is far too large.</source>
        <translation>Das Journal „{path}“ ist viel zu groß.</translation>
    </message>
    <message>
        <source>The labels in “{name}” run from {low} to {high}, and nothing says which character each stands for.</source>
        <translation>Die Bezeichnungen in „{name}“ gehen von {low} bis {high}, und nichts sagt, für welches Zeichen jede steht.</translation>
    </message>
    <message>
        <source>The labels of “{name}” are missing.</source>
        <translation>Die Bezeichnungen zu „{name}“ fehlen.</translation>
    </message>
    <message>
        <source>The language you chose is used from the next start of ocrdesk on.</source>
        <translation>Die gewählte Sprache gilt ab dem nächsten Start von ocrdesk.</translation>
    </message>
    <message>
        <source>The le&amp;tters “{text}”</source>
        <translation>Die Bu&amp;chstaben „{text}“</translation>
    </message>
    <message>
        <source>The learning rate lies above 0 and is at most 100.</source>
        <translation>Die Lernrate liegt über 0 und ist höchstens 100.</translation>
    </message>
    <message>
        <source>The letter is right as it was read</source>
        <translation>Der Buchstabe wurde richtig gelesen</translation>
    </message>
    <message numerus="yes">
        <source>The letters are of %n pages. If one is in another hand, show it, choose another reader for it, and learn this hand again.</source>
        <translation>
            <numerusform>Die Buchstaben sind von einer Seite.</numerusform>
            <numerusform>Die Buchstaben sind von %n Seiten. Ist eine davon in anderer Handschrift, dort einen anderen Leser wählen und diese Handschrift erneut lernen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The letters least like the others stand at the end. Select some and type what they are, press Enter where they are right, or Del where no letter is. Double-click goes to the page.</source>
        <translation>Am Ende stehen die Buchstaben, die den anderen am wenigsten gleichen. Einige auswählen und tippen, was sie sind; wo sie stimmen, Eingabe drücken; wo kein Buchstabe ist, Entf. Ein Doppelklick führt zur Seite.</translation>
    </message>
    <message>
        <source>The line does not cross the letter.</source>
        <translation>Die Linie kreuzt den Buchstaben nicht.</translation>
    </message>
    <message>
        <source>The list has {words} words, more than {MOST_WORDS}.</source>
        <translation>Die Liste hat {words} Wörter, mehr als {MOST_WORDS}.</translation>
    </message>
    <message>
        <source>The list of words for the field is empty.</source>
        <translation>Die Liste der Wörter für das Feld ist leer.</translation>
    </message>
    <message>
        <source>The model “{path}” cannot be read: {rstrip}.</source>
        <translation>Das Modell „{path}“ lässt sich nicht lesen: {rstrip}.</translation>
    </message>
    <message>
        <source>The model “{path}” is damaged: its header does not say which characters it knows.</source>
        <translation>Das Modell „{path}“ ist beschädigt: Sein Kopf sagt nicht, welche Zeichen es kennt.</translation>
    </message>
    <message>
        <source>The model “{path}” is damaged: {error}.</source>
        <translation>Das Modell „{path}“ ist beschädigt: {error}.</translation>
    </message>
    <message>
        <source>The model “{path}” was made by a newer ocrdesk (format {version}; this one reads up to {FORMAT_VERSION}).</source>
        <translation>Das Modell „{path}“ stammt von einem neueren ocrdesk (Format {version}; dieses liest bis {FORMAT_VERSION}).</translation>
    </message>
    <message>
        <source>The more letters, the closer the two come</source>
        <translation>Je mehr Buchstaben, desto näher kommen sich beide</translation>
    </message>
    <message>
        <source>The most confused pairs</source>
        <translation>Die am meisten verwechselten Paare</translation>
    </message>
    <message>
        <source>The network read it too, with {probability}.</source>
        <translation>Das Netz las es auch, mit {probability}.</translation>
    </message>
    <message>
        <source>The open page</source>
        <translation>Die offene Seite</translation>
    </message>
    <message>
        <source>The open page as this epoch reads it</source>
        <translation>Die offene Seite, wie diese Epoche sie liest</translation>
    </message>
    <message>
        <source>The page as both readers have it</source>
        <translation>Die Seite, wie beide Leser sie lesen</translation>
    </message>
    <message>
        <source>The page as two models or hands read it, side by side</source>
        <translation>Die Seite, wie zwei Modelle oder Handschriften sie lesen, nebeneinander</translation>
    </message>
    <message>
        <source>The page cannot be turned by that.</source>
        <translation>Darum lässt sich die Seite nicht drehen.</translation>
    </message>
    <message>
        <source>The page goes to the step that is chosen.</source>
        <translation>Die Seite geht zum gewählten Schritt.</translation>
    </message>
    <message>
        <source>The page has no row {line}.</source>
        <translation>Die Seite hat keine Zeile {line}.</translation>
    </message>
    <message>
        <source>The page is not read yet.</source>
        <translation>Die Seite ist noch nicht gelesen.</translation>
    </message>
    <message>
        <source>The page lay on its side and was turned clockwise, because it reads best so.</source>
        <translation>Das Blatt lag auf der Seite und wurde im Uhrzeigersinn gedreht, weil es sich so am besten liest.</translation>
    </message>
    <message>
        <source>The page lay on its side and was turned counter-clockwise, because it reads best so.</source>
        <translation>Das Blatt lag auf der Seite und wurde gegen den Uhrzeigersinn gedreht, weil es sich so am besten liest.</translation>
    </message>
    <message>
        <source>The page shown is such a form, filled in: what is in its boxes is confirmed</source>
        <translation>Die gezeigte Seite ist ein ausgefülltes Übungsblatt: Was in seinen Kästchen steht, wird bestätigt</translation>
    </message>
    <message>
        <source>The page stays as it is; go on from here.</source>
        <translation>Die Seite bleibt, wie sie ist; von hier aus weitermachen.</translation>
    </message>
    <message>
        <source>The page was turned while its letters were taken.</source>
        <translation>Die Seite wurde gedreht, während ihre Buchstaben übernommen wurden.</translation>
    </message>
    <message>
        <source>The page was upside down and was turned, because it reads best so.</source>
        <translation>Das Blatt stand auf dem Kopf und wurde gedreht, weil es sich so am besten liest.</translation>
    </message>
    <message>
        <source>The pages are back.</source>
        <translation>Die Seiten sind zurück.</translation>
    </message>
    <message>
        <source>The pages will be saved as soon as all of them are open.</source>
        <translation>Die Seiten werden gespeichert, sobald alle offen sind.</translation>
    </message>
    <message>
        <source>The pattern is empty.</source>
        <translation>Das Muster ist leer.</translation>
    </message>
    <message>
        <source>The pattern “{pattern}” cannot be used: {reason}.</source>
        <translation>Das Muster „{pattern}“ ist nicht zu gebrauchen: {reason}.</translation>
    </message>
    <message>
        <source>The picture is dark, and its grain hides them. Reading fainter ink keeps what you confirmed, and Undo takes it back.</source>
        <translation>Das Bild ist dunkel, und sein Rauschen verbirgt sie. Wird schwächere Tinte gelesen, bleibt, was Sie bestätigt haben; Rückgängig nimmt es zurück.</translation>
    </message>
    <message>
        <source>The picture “{source}” of a page in “{path}” is not there.</source>
        <translation>Das Bild „{source}“ einer Seite in „{path}“ ist nicht da.</translation>
    </message>
    <message numerus="yes">
        <source>The pictures of %n pages are lost: {names}.</source>
        <translation>
            <numerusform>Das Bild einer Seite ist verloren: {names}.</numerusform>
            <numerusform>Die Bilder von %n Seiten sind verloren: {names}.</numerusform>
        </translation>
    </message>
    <message>
        <source>The practice sheet in “{source}” is there, but the code between its corner squares cannot be read.</source>
        <translation>Das Übungsblatt in „{source}“ ist da, aber der Code zwischen seinen Eckquadraten lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>The practice sheet in “{source}” is too small: a millimetre of it has {resolution} pixels.</source>
        <translation>Das Übungsblatt in „{source}“ ist zu klein: Ein Millimeter hat {resolution} Bildpunkte.</translation>
    </message>
    <message>
        <source>The practice sheet in “{source}” was made by a newer ocrdesk.</source>
        <translation>Das Übungsblatt in „{source}“ stammt von einem neueren ocrdesk.</translation>
    </message>
    <message>
        <source>The practice sheet is in {name}.</source>
        <translation>Das Übungsblatt ist in {name}.</translation>
    </message>
    <message>
        <source>The profile {name} is damaged: {value4}.</source>
        <translation>Das Profil {name} ist beschädigt: {value4}.</translation>
    </message>
    <message>
        <source>The profile “{name}” cannot be removed: {value4}.</source>
        <translation>Das Profil „{name}“ lässt sich nicht entfernen: {value4}.</translation>
    </message>
    <message>
        <source>The reader can be believed so far: it said {said}, and {right} were right.</source>
        <translation>Dem Leser ist bisher zu trauen: Er sagte {said}, und {right} waren richtig.</translation>
    </message>
    <message>
        <source>The reader is better than it says: it said {said}, and {right} were right.</source>
        <translation>Der Leser ist besser, als er sagt: Er sagte {said}, und {right} waren richtig.</translation>
    </message>
    <message>
        <source>The reader is surer than it should be: it said {said}, and {right} were right.</source>
        <translation>Der Leser ist sicherer, als er sein sollte: Er sagte {said}, und {right} waren richtig.</translation>
    </message>
    <message>
        <source>The row begins with this letter.</source>
        <translation>Die Zeile beginnt mit diesem Buchstaben.</translation>
    </message>
    <message>
        <source>The row ends with this letter.</source>
        <translation>Die Zeile endet mit diesem Buchstaben.</translation>
    </message>
    <message>
        <source>The same by seconds of computing</source>
        <translation>Dasselbe nach Rechensekunden</translation>
    </message>
    <message>
        <source>The same network learns from a thirty-second of the letters up to all of them, in as many steps. Look at the gap between the lines: few letters are learnt by heart, many have to be understood.</source>
        <translation>Dasselbe Netz lernt aus einem Zweiunddreißigstel der Buchstaben bis zu allen, in gleich vielen Schritten. Zu beachten ist der Abstand der Linien: Wenige Buchstaben werden auswendig gelernt, viele müssen verstanden werden.</translation>
    </message>
    <message>
        <source>The same reader twice: choose another one.</source>
        <translation>Zweimal derselbe Leser: einen anderen wählen.</translation>
    </message>
    <message>
        <source>The selected le&amp;tters “{text}”</source>
        <translation>Die gewählten Bu&amp;chstaben „{text}“</translation>
    </message>
    <message>
        <source>The selected letter by this ink alone</source>
        <translation>Der gewählte Buchstabe, nur nach dieser Tinte</translation>
    </message>
    <message>
        <source>The settings in {path} could not be read, so the defaults are used.</source>
        <translation>Die Einstellungen in {path} ließen sich nicht lesen, also gelten die Vorgaben.</translation>
    </message>
    <message>
        <source>The steps of “{title}” cannot be undone any more.</source>
        <translation>Die Schritte von „{title}“ lassen sich nicht mehr rückgängig machen.</translation>
    </message>
    <message>
        <source>The whole pa&amp;ge</source>
        <translation>Die &amp;ganze Seite</translation>
    </message>
    <message>
        <source>The whole page</source>
        <translation>Die ganze Seite</translation>
    </message>
    <message>
        <source>The word “{word}” cannot be read: the model has no “{character}”.</source>
        <translation>Das Wort „{word}“ lässt sich nicht lesen: das Modell kennt kein „{character}“.</translation>
    </message>
    <message>
        <source>The word “{word}” has no letter or digit that the model reads.</source>
        <translation>Das Wort „{word}“ hat weder Buchstaben noch Ziffern, die das Modell liest.</translation>
    </message>
    <message>
        <source>The words of “{source}” are of too few writers.</source>
        <translation>Die Wörter von „{source}“ sind von zu wenigen Schreibern.</translation>
    </message>
    <message>
        <source>Their letters stay as they are. Read again, they are read with {reader}. A hand that is in a file can be imported in the menu of readers.</source>
        <translation>Ihre Buchstaben bleiben, wie sie sind. Neu gelesen werden sie mit {reader}. Eine Handschrift, die in einer Datei liegt, lässt sich im Menü der Leser importieren.</translation>
    </message>
    <message>
        <source>Then photograph the whole page with its four corner squares, or scan it, and open the picture in ocrdesk.</source>
        <translation>Dann die ganze Seite mit ihren vier Eckquadraten fotografieren oder scannen und das Bild in ocrdesk öffnen.</translation>
    </message>
    <message>
        <source>Then type what it is.</source>
        <translation>Dann tippen Sie, was es ist.</translation>
    </message>
    <message>
        <source>There are no confirmed letters to learn from.</source>
        <translation>Es gibt keine bestätigten Buchstaben, aus denen sich lernen ließe.</translation>
    </message>
    <message>
        <source>There are no images in “{name}”.</source>
        <translation>In „{name}“ sind keine Bilder.</translation>
    </message>
    <message>
        <source>There is a hand called “{name}” already.</source>
        <translation>Es gibt schon eine Handschrift namens „{name}“.</translation>
    </message>
    <message>
        <source>There is a profile or model called “{name}” already.</source>
        <translation>Es gibt schon ein Profil oder Modell namens „{name}“.</translation>
    </message>
    <message>
        <source>There is already a model “{name}”.</source>
        <translation>Es gibt schon ein Modell „{name}“.</translation>
    </message>
    <message>
        <source>There is no experiment called “{name}”.</source>
        <translation>Es gibt kein Experiment namens „{name}“.</translation>
    </message>
    <message>
        <source>There is no file “{name}” in “{parent}”.</source>
        <translation>Es gibt keine Datei „{name}“ in „{parent}“.</translation>
    </message>
    <message>
        <source>There is no file “{path}”.</source>
        <translation>Es gibt keine Datei „{path}“.</translation>
    </message>
    <message>
        <source>There is no file “{source}”.</source>
        <translation>Es gibt keine Datei „{source}“.</translation>
    </message>
    <message>
        <source>There is no hand called “{name}”.</source>
        <translation>Es gibt keine Handschrift namens „{name}“.</translation>
    </message>
    <message>
        <source>There is no image on the clipboard.</source>
        <translation>In der Zwischenablage ist kein Bild.</translation>
    </message>
    <message>
        <source>There is no model called “{name}”.</source>
        <translation>Es gibt kein Modell namens „{name}“.</translation>
    </message>
    <message>
        <source>There is no model file “{name}”.</source>
        <translation>Es gibt keine Modelldatei „{name}“.</translation>
    </message>
    <message>
        <source>There is no profile called “{name}”.</source>
        <translation>Es gibt kein Profil namens „{name}“.</translation>
    </message>
    <message>
        <source>There is not enough memory to open {name}.</source>
        <translation>Der Speicher reicht nicht, um {name} zu öffnen.</translation>
    </message>
    <message>
        <source>There is nothing left to pool: the picture is only {str}.</source>
        <translation>Zum Zusammenfassen ist nichts mehr übrig: Das Bild ist nur {str}.</translation>
    </message>
    <message>
        <source>There is too much on one page.</source>
        <translation>Auf einer Seite ist zu viel.</translation>
    </message>
    <message>
        <source>There is too much on the pages.</source>
        <translation>Auf den Seiten ist zu viel.</translation>
    </message>
    <message>
        <source>There were no others.</source>
        <translation>Andere gab es nicht.</translation>
    </message>
    <message>
        <source>These letters are none of the words that were said.</source>
        <translation>Diese Buchstaben sind keines der genannten Wörter.</translation>
    </message>
    <message>
        <source>These letters cannot be read by a field yet.</source>
        <translation>Diese Buchstaben können noch nicht nach einem Feld gelesen werden.</translation>
    </message>
    <message>
        <source>These letters do not fit the pattern “{pattern}”, which gave way.</source>
        <translation>Diese Buchstaben passen nicht zum Muster „{pattern}“, das deshalb nicht galt.</translation>
    </message>
    <message>
        <source>These letters have no reading.</source>
        <translation>Für diese Buchstaben ist nichts gelesen.</translation>
    </message>
    <message>
        <source>These letters have not been read yet.</source>
        <translation>Diese Buchstaben wurden noch nicht gelesen.</translation>
    </message>
    <message>
        <source>These letters stand in different rows.</source>
        <translation>Diese Buchstaben stehen in verschiedenen Zeilen.</translation>
    </message>
    <message>
        <source>They are no longer where they were. Put them back and save again.</source>
        <translation>Sie sind nicht mehr, wo sie waren. Zurücklegen und erneut speichern.</translation>
    </message>
    <message>
        <source>They are number x height x width, in grey.</source>
        <translation>Sie sind Anzahl x Höhe x Breite, in Grau.</translation>
    </message>
    <message>
        <source>They are what ocrdesk learns your hand from.</source>
        <translation>Aus ihnen lernt ocrdesk die Handschrift.</translation>
    </message>
    <message>
        <source>They read every letter alike.</source>
        <translation>Sie lesen jeden Buchstaben gleich.</translation>
    </message>
    <message>
        <source>They would read {text}</source>
        <translation>Gelesen würde {text}</translation>
    </message>
    <message>
        <source>This angle makes most rows level.</source>
        <translation>Dieser Winkel richtet die meisten Zeilen gerade.</translation>
    </message>
    <message>
        <source>This changes this page only; for others choose at the lower right.</source>
        <translation>Das ändert nur diese Seite; für andere unten rechts wählen.</translation>
    </message>
    <message>
        <source>This image cannot be used.</source>
        <translation>Dieses Bild ist nicht verwendbar.</translation>
    </message>
    <message>
        <source>This journal was written by a newer ocrdesk (format {version}; this one reads up to {FORMAT_VERSION}).</source>
        <translation>Dieses Journal stammt von einem neueren ocrdesk (Format {version}; dieses liest bis {FORMAT_VERSION}).</translation>
    </message>
    <message>
        <source>This letter cannot be split now.</source>
        <translation>Dieser Buchstabe lässt sich jetzt nicht teilen.</translation>
    </message>
    <message>
        <source>This letter has not been read yet.</source>
        <translation>Dieser Buchstabe wurde noch nicht gelesen.</translation>
    </message>
    <message>
        <source>This letter is no longer on the page.</source>
        <translation>Dieser Buchstabe ist nicht mehr auf der Seite.</translation>
    </message>
    <message>
        <source>This list of pages was written by a newer ocrdesk.</source>
        <translation>Diese Seitenliste stammt von einem neueren ocrdesk.</translation>
    </message>
    <message>
        <source>This network&apos;s first layer has no weights to show.</source>
        <translation>Die erste Schicht dieses Netzes hat keine Gewichte zu zeigen.</translation>
    </message>
    <message>
        <source>This page cannot be turned yet.</source>
        <translation>Diese Seite lässt sich noch nicht drehen.</translation>
    </message>
    <message>
        <source>This page has not been read yet.</source>
        <translation>Diese Seite wurde noch nicht gelesen.</translation>
    </message>
    <message>
        <source>This page looks like “{name}”.</source>
        <translation>Diese Seite sieht nach „{name}“ aus.</translation>
    </message>
    <message>
        <source>This page seems to hold full stops and question marks, which {model} does not know.</source>
        <translation>Auf dieser Seite scheinen Punkte und Fragezeichen zu stehen, die {model} nicht kennt.</translation>
    </message>
    <message>
        <source>This page seems to hold full stops, commas or colons, which {model} does not know.</source>
        <translation>Auf dieser Seite scheinen Punkte, Kommas oder Doppelpunkte zu stehen, die {model} nicht kennt.</translation>
    </message>
    <message>
        <source>This page seems to hold question marks, which {model} does not know.</source>
        <translation>Auf dieser Seite scheinen Fragezeichen zu stehen, die {model} nicht kennt.</translation>
    </message>
    <message>
        <source>This page was not read yet.</source>
        <translation>Diese Seite wurde noch nicht gelesen.</translation>
    </message>
    <message>
        <source>This step of the history does not fit the page as it is now.</source>
        <translation>Dieser Schritt des Verlaufs passt nicht zur Seite, wie sie jetzt ist.</translation>
    </message>
    <message>
        <source>Three layers without a bend between them are trained beside one layer, and beside a network with a sigmoid layer. Look at how the stack&apos;s product is one matrix: it can tell apart no more than one layer, it only learns at another pace.</source>
        <translation>Drei Schichten ohne Knick dazwischen werden neben einer Schicht trainiert und neben einem Netz mit einer Sigmoid-Schicht. Zu beachten ist, dass das Produkt des Stapels eine Matrix ist: Er kann nicht mehr unterscheiden als eine Schicht, er lernt nur in anderem Tempo.</translation>
    </message>
    <message>
        <source>Three learning rates</source>
        <translation>Drei Lernraten</translation>
    </message>
    <message>
        <source>To the right, fainter marks are ink, too; to the left, only dark ones</source>
        <translation>Nach rechts zählen auch blassere Spuren als Tinte, nach links nur dunkle</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Train networks and watch them learn, in a window of its own</source>
        <translation>In einem eigenen Fenster Netze trainieren und ihnen beim Lernen zusehen</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Training &amp;Laboratory…</source>
        <translation>Trainings&amp;labor …</translation>
    </message>
    <message>
        <source>Training Laboratory</source>
        <translation>Trainingslabor</translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation>Trainingsverlust</translation>
    </message>
    <message>
        <source>Training: {variant}</source>
        <translation>Training: {variant}</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Try a copy of it.</source>
        <translation>Es mit einer Kopie versuchen.</translation>
    </message>
    <message>
        <source>Try the sample page</source>
        <translation>Die Beispielseite ausprobieren</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>Drehen</translation>
    </message>
    <message>
        <source>Turn &amp;Left</source>
        <translation>Nach &amp;links drehen</translation>
    </message>
    <message>
        <source>Turn Back</source>
        <translation>Zurückdrehen</translation>
    </message>
    <message>
        <source>Turn R&amp;ight</source>
        <translation>Nach &amp;rechts drehen</translation>
    </message>
    <message>
        <source>Turn Upside Do&amp;wn</source>
        <translation>Auf den Kopf s&amp;tellen</translation>
    </message>
    <message>
        <source>Turn left by {angle}°</source>
        <translation>Um {angle}° nach links drehen</translation>
    </message>
    <message>
        <source>Turn right by {angle}°</source>
        <translation>Um {angle}° nach rechts drehen</translation>
    </message>
    <message>
        <source>Turn the Page</source>
        <translation>Seite drehen</translation>
    </message>
    <message>
        <source>Turn the page by 180°, with all that was read</source>
        <translation>Die Seite mit allem Gelesenen um 180° drehen</translation>
    </message>
    <message>
        <source>Turn the page by 90° to the left, with all that was read</source>
        <translation>Die Seite mit allem Gelesenen um 90° nach links drehen</translation>
    </message>
    <message>
        <source>Turn the page by 90° to the right, with all that was read</source>
        <translation>Die Seite mit allem Gelesenen um 90° nach rechts drehen</translation>
    </message>
    <message>
        <source>Turn upside down</source>
        <translation>Auf den Kopf stellen</translation>
    </message>
    <message>
        <source>Turned by {degrees} degrees</source>
        <translation>Um {degrees} Grad gedreht</translation>
    </message>
    <message>
        <source>Turning</source>
        <translation>Wird gedreht</translation>
    </message>
    <message>
        <source>Turning the page…</source>
        <translation>Die Seite wird gedreht …</translation>
    </message>
    <message>
        <source>Two ReLU layers</source>
        <translation>Zwei ReLU-Schichten</translation>
    </message>
    <message>
        <source>Type It…</source>
        <translation>Eingeben …</translation>
    </message>
    <message>
        <source>Type a single letter, digit or sign.</source>
        <translation>Einen einzelnen Buchstaben, eine Ziffer oder ein Zeichen tippen.</translation>
    </message>
    <message>
        <source>Type the character, or read the page again.</source>
        <translation>Das Zeichen tippen oder die Seite erneut lesen.</translation>
    </message>
    <message>
        <source>Type the characters that you want to teach.</source>
        <translation>Die zu lernenden Zeichen eingeben.</translation>
    </message>
    <message>
        <source>Type what is there, or delete it.</source>
        <translation>Tippen, was dort steht, oder den Buchstaben löschen.</translation>
    </message>
    <message>
        <source>Type what it is, or press Del if there is no letter in the box.</source>
        <translation>Tippen, was es ist, oder Entf drücken, falls kein Buchstabe im Rahmen ist.</translation>
    </message>
    <message>
        <source>Type what it is, or read the page again.</source>
        <translation>Tippen, was er ist, oder die Seite erneut lesen.</translation>
    </message>
    <message>
        <source>Type what it is.</source>
        <translation>Tippen Sie, was es ist.</translation>
    </message>
    <message>
        <source>Type what they are, or press Del if there are no letters in the boxes.</source>
        <translation>Tippen, was sie sind, oder Entf drücken, falls keine Buchstaben in den Rahmen sind.</translation>
    </message>
    <message>
        <source>Type what they are, or read the page again.</source>
        <translation>Tippen, was sie sind, oder die Seite erneut lesen.</translation>
    </message>
    <message>
        <source>Type what they are.</source>
        <translation>Tippen Sie, was sie sind.</translation>
    </message>
    <message>
        <source>Type “{come}”</source>
        <translation>„{come}“ tippen</translation>
    </message>
    <message>
        <source>Type “{come}” for “{gone}”</source>
        <translation>„{come}“ statt „{gone}“ tippen</translation>
    </message>
    <message>
        <source>US Letter</source>
        <translation>US Letter</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undo All</source>
        <translation>Alle rückgängig</translation>
    </message>
    <message>
        <source>Undo takes the changes of a page back in one step.</source>
        <translation>Rückgängig nimmt die Änderungen einer Seite in einem Schritt zurück.</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Einheiten</translation>
    </message>
    <message>
        <source>Units that begin with zeros stay identical for ever.</source>
        <translation>Einheiten, die mit Nullen beginnen, bleiben für immer gleich.</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>Unlesbar</translation>
    </message>
    <message>
        <source>Unreadable: {count} letters alike</source>
        <translation>Unlesbar: {count} ähnliche Buchstaben</translation>
    </message>
    <message>
        <source>Unsaved Work</source>
        <translation>Ungespeicherte Arbeit</translation>
    </message>
    <message>
        <source>Unsaved work on another document is waiting.</source>
        <translation>Ungespeicherte Arbeit an einem anderen Dokument wartet.</translation>
    </message>
    <message>
        <source>Until {count} letters count, {some} of them at {sure} or more, the probabilities are taken as the reader says them.</source>
        <translation>Bis {count} Buchstaben zählen, {some} davon ab {sure}, gelten die Wahrscheinlichkeiten so, wie der Leser sie nennt.</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>oben</translation>
    </message>
    <message>
        <source>Up to 0.5 %</source>
        <translation>Bis 0,5 %</translation>
    </message>
    <message>
        <source>Up to 1 %</source>
        <translation>Bis 1 %</translation>
    </message>
    <message>
        <source>Up to 2 %</source>
        <translation>Bis 2 %</translation>
    </message>
    <message>
        <source>Up to 5 %</source>
        <translation>Bis 5 %</translation>
    </message>
    <message>
        <source>Update ocrdesk to get the order of the pages back.</source>
        <translation>ocrdesk aktualisieren, um die Reihenfolge der Seiten zurückzubekommen.</translation>
    </message>
    <message>
        <source>Update ocrdesk to get the work back.</source>
        <translation>ocrdesk aktualisieren, um die Arbeit zurückzubekommen.</translation>
    </message>
    <message>
        <source>Update ocrdesk to open it.</source>
        <translation>ocrdesk aktualisieren, um es zu öffnen.</translation>
    </message>
    <message>
        <source>Update ocrdesk, or choose another model.</source>
        <translation>ocrdesk aktualisieren oder ein anderes Modell wählen.</translation>
    </message>
    <message>
        <source>Update ocrdesk, or print a sheet with this version.</source>
        <translation>ocrdesk aktualisieren oder ein Blatt mit dieser Version drucken.</translation>
    </message>
    <message>
        <source>Use This Epoch</source>
        <translation>Diese Epoche verwenden</translation>
    </message>
    <message>
        <source>Use This Epoch…</source>
        <translation>Diese Epoche verwenden …</translation>
    </message>
    <message>
        <source>Use it where strokes are asked for.</source>
        <translation>Sie dort verwenden, wo Striche verlangt sind.</translation>
    </message>
    <message>
        <source>Use letters and digits.</source>
        <translation>Buchstaben und Ziffern verwenden.</translation>
    </message>
    <message>
        <source>Use letters, digits and spaces.</source>
        <translation>Buchstaben, Ziffern und Leerzeichen verwenden.</translation>
    </message>
    <message>
        <source>Wait until it has been opened and read.</source>
        <translation>Warten, bis sie geöffnet und gelesen ist.</translation>
    </message>
    <message>
        <source>Wait until it has learnt.</source>
        <translation>Warten, bis sie gelernt hat.</translation>
    </message>
    <message>
        <source>Wait until its letters are there.</source>
        <translation>Warten, bis ihre Buchstaben da sind.</translation>
    </message>
    <message>
        <source>Wait until the page has been opened and read.</source>
        <translation>Warten Sie, bis die Seite geöffnet und gelesen ist.</translation>
    </message>
    <message>
        <source>Wait until the page has been read, or make the box wider.</source>
        <translation>Warten, bis die Seite gelesen ist, oder den Rahmen breiter machen.</translation>
    </message>
    <message>
        <source>Wait until the page is read.</source>
        <translation>Warten, bis die Seite gelesen ist.</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Weak</source>
        <translation>Schwach</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>Gewichtszerfall</translation>
    </message>
    <message>
        <source>Weight decay is at least 0 and below 1.</source>
        <translation>Der Gewichtszerfall ist mindestens 0 und unter 1.</translation>
    </message>
    <message>
        <source>Weights are shown here once a run has begun.</source>
        <translation>Gewichte stehen hier, sobald ein Lauf begonnen hat.</translation>
    </message>
    <message>
        <source>Weights at this epoch</source>
        <translation>Gewichte bei dieser Epoche</translation>
    </message>
    <message>
        <source>Weights before and after</source>
        <translation>Gewichte vorher und nachher</translation>
    </message>
    <message>
        <source>Weights before training</source>
        <translation>Gewichte vor dem Training</translation>
    </message>
    <message>
        <source>Were right</source>
        <translation>Waren richtig</translation>
    </message>
    <message>
        <source>What a letter may be, and what can be done with it</source>
        <translation>Was ein Buchstabe sein kann und was sich mit ihm tun lässt</translation>
    </message>
    <message>
        <source>What a pixel is compared with</source>
        <translation>Womit ein Bildpunkt verglichen wird</translation>
    </message>
    <message>
        <source>What becomes of a patch</source>
        <translation>Was aus einem Bildfeld wird</translation>
    </message>
    <message>
        <source>What hidden units look for after training</source>
        <translation>Wonach verborgene Einheiten nach dem Training suchen</translation>
    </message>
    <message>
        <source>What is done there is not seen here. Saving asks before it would replace it.</source>
        <translation>Was dort geschieht, ist hier nicht zu sehen. Speichern fragt, bevor es das ersetzen würde.</translation>
    </message>
    <message>
        <source>What is open is opened again then; work that was not saved is asked about.</source>
        <translation>Was offen ist, wird dann wieder geöffnet; nach nicht gespeicherter Arbeit wird gefragt.</translation>
    </message>
    <message>
        <source>What is taken for what</source>
        <translation>Was wofür gehalten wird</translation>
    </message>
    <message>
        <source>What is written in its boxes is known: take its letters as confirmed ones.</source>
        <translation>Was in seinen Kästchen steht, ist bekannt: Seine Buchstaben lassen sich als bestätigte übernehmen.</translation>
    </message>
    <message>
        <source>What is “{name}” to be called?</source>
        <translation>Wie soll „{name}“ heißen?</translation>
    </message>
    <message>
        <source>What letters with such probabilities, on pages with as many doubtful ones, turned out to be in writing of others. The number lies in the interval in about 19 of 20 cases. Letters that were not found are not counted.</source>
        <translation>Wie viele Buchstaben mit solchen Wahrscheinlichkeiten, auf Seiten mit ebenso vielen zweifelhaften, in der Schrift anderer falsch waren. Die Zahl liegt in etwa 19 von 20 Fällen in dem Bereich. Buchstaben, die nicht gefunden wurden, sind nicht mitgezählt.</translation>
    </message>
    <message>
        <source>What may stand in each row of…</source>
        <translation>Was darf in jeder Zeile stehen? Es gilt für …</translation>
    </message>
    <message>
        <source>What the experiment shows</source>
        <translation>Was das Experiment zeigt</translation>
    </message>
    <message>
        <source>What the letter could be</source>
        <translation>Was der Buchstabe sein könnte</translation>
    </message>
    <message>
        <source>What the network saw: {size}</source>
        <translation>Was das Netz sah: {size}</translation>
    </message>
    <message>
        <source>What the reader thought of, the most probable first</source>
        <translation>Was der Leser erwogen hat, das Wahrscheinlichste zuerst</translation>
    </message>
    <message>
        <source>What the review says</source>
        <translation>Was die Durchsicht sagt</translation>
    </message>
    <message>
        <source>What was done to the page cannot be brought back; open its image anew.</source>
        <translation>Was an der Seite getan wurde, lässt sich nicht zurückholen; ihr Bild neu öffnen.</translation>
    </message>
    <message>
        <source>What was dropped is not an image on this computer.</source>
        <translation>Das Hereingezogene ist kein Bild auf diesem Rechner.</translation>
    </message>
    <message>
        <source>What was exported ({names}) stays.</source>
        <translation>Exportiertes ({names}) bleibt.</translation>
    </message>
    <message numerus="yes">
        <source>What was exported ({name} and %n other files) stays.</source>
        <translation>
            <numerusform>Exportiertes ({name} und %Ln weitere Datei) bleibt.</numerusform>
            <numerusform>Exportiertes ({name} und %Ln weitere Dateien) bleibt.</numerusform>
        </translation>
    </message>
    <message>
        <source>What was learnt in the same epochs</source>
        <translation>Was in denselben Epochen gelernt wurde</translation>
    </message>
    <message>
        <source>What was read, above each letter</source>
        <translation>Gelesenes über jedem Buchstaben</translation>
    </message>
    <message>
        <source>What you tried on {title} waits there until the panel is closed.</source>
        <translation>Was Sie auf {title} versucht haben, wartet dort, bis der Bereich geschlossen wird.</translation>
    </message>
    <message>
        <source>Wheel, Shift+Wheel, Space+Drag, Middle button</source>
        <translation>Mausrad, Umschalt+Mausrad, Leertaste+Ziehen, Mittlere Maustaste</translation>
    </message>
    <message>
        <source>Where letters come from</source>
        <translation>Woher Buchstaben kommen</translation>
    </message>
    <message>
        <source>Where the pointer is on the page, in pixels</source>
        <translation>Wo der Mauszeiger auf der Seite ist, in Bildpunkten</translation>
    </message>
    <message>
        <source>Which letters are to be checked is reckoned with them.</source>
        <translation>Welche Buchstaben zu prüfen sind, wird mit ihnen berechnet.</translation>
    </message>
    <message>
        <source>Which letters you want to check: all that the reader is less sure of, or so many that of those you leave unchecked no more than a share is likely to be wrong. Letters that look alike are asked about together; how letters are cut is asked besides. Pages in letters that their reader does not know are not counted on.</source>
        <translation>Welche Buchstaben Sie prüfen wollen: alle, bei denen der Leser weniger sicher ist, oder so viele, dass von denen, die Sie nicht prüfen, wohl nicht mehr als ein bestimmter Anteil falsch ist. Nach Buchstaben, die gleich aussehen, wird zusammen gefragt; wie Buchstaben getrennt sind, wird außerdem gefragt. Seiten in Buchstaben, die ihr Leser nicht kennt, zählen dabei nicht.</translation>
    </message>
    <message>
        <source>Whose hand is it? It learns from the letters you confirm:</source>
        <translation>Wessen Handschrift ist es? Sie lernt aus den bestätigten Buchstaben:</translation>
    </message>
    <message>
        <source>Why it was read so</source>
        <translation>Warum es so gelesen wurde</translation>
    </message>
    <message>
        <source>Why the letter was read so</source>
        <translation>Warum der Buchstabe so gelesen wurde</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>Window places and recent files start afresh; your pages are not affected.</source>
        <translation>Fensterplätze und zuletzt geöffnete Dateien beginnen von vorn; Seiten sind nicht betroffen.</translation>
    </message>
    <message>
        <source>With {counts} letters {judged} % of those held out are read right, with {value6} {value8} %; of what was learnt from {learnt} % and {value12} %.</source>
        <translation>Mit {counts} Buchstaben werden {judged} % der zurückgehaltenen richtig gelesen, mit {value6} {value8} %; von den gelernten {learnt} % und {value12} %.</translation>
    </message>
    <message>
        <source>Without saving, your corrections, boxes and the steps to undo are lost.</source>
        <translation>Ohne Speichern gehen Korrekturen, Rahmen und die rückgängig zu machenden Schritte verloren.</translation>
    </message>
    <message>
        <source>Words That May Stand Here</source>
        <translation>Wörter, die hier stehen dürfen</translation>
    </message>
    <message>
        <source>Words, one a line</source>
        <translation>Wörter, eines je Zeile</translation>
    </message>
    <message>
        <source>Worst pairs</source>
        <translation>Schlimmste Paare</translation>
    </message>
    <message>
        <source>Write A for a letter, 9 for a digit, such as A99.</source>
        <translation>A für einen Buchstaben schreiben, 9 für eine Ziffer, etwa A99.</translation>
    </message>
    <message>
        <source>Write A for a letter, a for a small one, 9 for a digit, * for anything, {2,4} for how often; for example AAA-999.</source>
        <translation>A für einen Buchstaben schreiben, a für einen kleinen, 9 für eine Ziffer, * für irgendetwas, {2,4} für wie oft; zum Beispiel AAA-999.</translation>
    </message>
    <message>
        <source>Write every character into its box, as you usually write, with a dark pen. One that went wrong: fill its box in completely.</source>
        <translation>Jedes Zeichen wie gewohnt mit dunklem Stift in sein Kästchen schreiben. Ist eines misslungen, das Kästchen ganz ausfüllen.</translation>
    </message>
    <message>
        <source>Write it anew with “ocrdesk read FILE -o pages.json”.</source>
        <translation>Mit „ocrdesk read FILE -o pages.json“ neu schreiben.</translation>
    </message>
    <message>
        <source>Write the text, or everything that was read, to a file</source>
        <translation>Den Text oder alles Gelesene in eine Datei schreiben</translation>
    </message>
    <message>
        <source>Wrong…</source>
        <comment>The letter was read wrong</comment>
        <translation>Falsch…</translation>
    </message>
    <message numerus="yes">
        <source>Wrote %n files to {folder}.</source>
        <translation>
            <numerusform>%n Datei nach {folder} geschrieben.</numerusform>
            <numerusform>%n Dateien nach {folder} geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Wrote {page}.</source>
        <translation>{page} geschrieben.</translation>
    </message>
    <message>
        <source>Xavier</source>
        <translation>Xavier</translation>
    </message>
    <message>
        <source>Yes</source>
        <comment>The letters are to be cut so</comment>
        <translation>Ja</translation>
    </message>
    <message>
        <source>You are not allowed to read “{path}”.</source>
        <translation>„{path}“ darf nicht gelesen werden.</translation>
    </message>
    <message>
        <source>You confirmed that it is no character.</source>
        <translation>Bestätigt, dass es kein Zeichen ist.</translation>
    </message>
    <message>
        <source>You confirmed {correction}.</source>
        <translation>{correction} bestätigt.</translation>
    </message>
    <message>
        <source>You confirmed {correction}; the network could not read it.</source>
        <translation>{correction} bestätigt; das Netz konnte es nicht lesen.</translation>
    </message>
    <message>
        <source>You confirmed {correction}; the network read {character} {probability}.</source>
        <translation>{correction} bestätigt; das Netz las {character} {probability}.</translation>
    </message>
    <message>
        <source>Your confirmed letters</source>
        <translation>Bestätigte Buchstaben</translation>
    </message>
    <message numerus="yes">
        <source>Your hand will be learnt as soon as %n pages are ready.</source>
        <translation>
            <numerusform>Ihre Handschrift wird gelernt, sobald die Seite bereit ist.</numerusform>
            <numerusform>Ihre Handschrift wird gelernt, sobald %n Seiten bereit sind.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your pages and corrections are still here.</source>
        <translation>Seiten und Korrekturen sind noch da.</translation>
    </message>
    <message>
        <source>Your work is kept in memory only: its journal cannot be written.</source>
        <translation>Die Arbeit ist nur im Arbeitsspeicher: Ihr Journal lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>Your work is safe in its journals, and you can go on.{times} The report below tells the makers what happened; it holds nothing of your pages and is sent nowhere.</source>
        <translation>Die Arbeit ist in ihren Journalen sicher, und es kann weitergehen.{times} Der Bericht unten sagt den Machern, was geschah; er enthält nichts von den Seiten und wird nirgendwohin gesendet.</translation>
    </message>
    <message>
        <source>Zeros against Xavier</source>
        <translation>Nullen gegen Xavier</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>Ver&amp;größern</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>Zoom In</source>
        <comment>A button</comment>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom at the pointer</source>
        <translation>Am Mauszeiger zoomen</translation>
    </message>
    <message>
        <source>Zoom to &amp;Letter</source>
        <translation>Auf B&amp;uchstaben zoomen</translation>
    </message>
    <message>
        <source>a HEIC</source>
        <translation>ein HEIC</translation>
    </message>
    <message>
        <source>a field has no letters, or not one of pattern and words</source>
        <translation>ein Feld hat keine Buchstaben oder nicht eines von Muster und Wörtern</translation>
    </message>
    <message>
        <source>a file inside it is called {name}, which could be put anywhere</source>
        <translation>eine Datei darin heißt {name}, was irgendwohin gelegt werden könnte</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>ein Ordner</translation>
    </message>
    <message>
        <source>a letter was read by nobody who is told</source>
        <translation>ein Buchstabe wurde von niemandem gelesen, der genannt ist</translation>
    </message>
    <message numerus="yes">
        <source>a list of %n words</source>
        <translation>
            <numerusform>eine Liste mit %n Wort</numerusform>
            <numerusform>eine Liste mit %n Wörtern</numerusform>
        </translation>
    </message>
    <message>
        <source>a pipe or a device</source>
        <translation>eine Pipe oder ein Gerät</translation>
    </message>
    <message>
        <source>a probability is not between 0 and 1</source>
        <translation>eine Wahrscheinlichkeit liegt nicht zwischen 0 und 1</translation>
    </message>
    <message>
        <source>a tenth</source>
        <translation>ein Zehntel</translation>
    </message>
    <message>
        <source>a to z</source>
        <translation>a bis z</translation>
    </message>
    <message>
        <source>after epoch {history}</source>
        <translation>nach Epoche {history}</translation>
    </message>
    <message>
        <source>after epoch {middle}</source>
        <translation>nach Epoche {middle}</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>almost certain</source>
        <translation>fast sicher</translation>
    </message>
    <message>
        <source>an AVIF</source>
        <translation>ein AVIF</translation>
    </message>
    <message>
        <source>an unknown version</source>
        <translation>unbekannte Version</translation>
    </message>
    <message>
        <source>an unnamed hand</source>
        <translation>unbekannter Hand</translation>
    </message>
    <message>
        <source>and</source>
        <translation>und</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>wie sie ist</translation>
    </message>
    <message>
        <source>bare paper</source>
        <translation>leeres Papier</translation>
    </message>
    <message>
        <source>batch {batch_size}</source>
        <translation>Stapel {batch_size}</translation>
    </message>
    <message>
        <source>before training</source>
        <translation>vor dem Training</translation>
    </message>
    <message>
        <source>by this epoch alone: {changed} of {count} otherwise</source>
        <translation>nach dieser Epoche allein: {changed} von {count} anders</translation>
    </message>
    <message>
        <source>by {writer}</source>
        <translation>von {writer}</translation>
    </message>
    <message>
        <source>capital I</source>
        <translation>großes I</translation>
    </message>
    <message>
        <source>capital O</source>
        <translation>großes O</translation>
    </message>
    <message>
        <source>capitals and digits</source>
        <translation>Großbuchstaben und Ziffern</translation>
    </message>
    <message>
        <source>changes not saved</source>
        <translation>Änderungen nicht gespeichert</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>confirmed by you</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>confirmed letters</source>
        <translation>bestätigte Buchstaben</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>konstant</translation>
    </message>
    <message>
        <source>convolution</source>
        <translation>Faltung</translation>
    </message>
    <message>
        <source>convolution {units} ({size} x {value6}){bend}</source>
        <translation>Faltung {units} ({size} x {value6}){bend}</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>A date in the letters of QLocale</comment>
        <translation>d. MMMM yyyy</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>beschädigt</translation>
    </message>
    <message>
        <source>decay {weight_decay}</source>
        <translation>Zerfall {weight_decay}</translation>
    </message>
    <message>
        <source>dense</source>
        <translation>dicht</translation>
    </message>
    <message>
        <source>dense {units}{bend}</source>
        <translation>dicht {units}{bend}</translation>
    </message>
    <message>
        <source>digit one</source>
        <translation>Ziffer Eins</translation>
    </message>
    <message>
        <source>digit zero</source>
        <translation>Ziffer Null</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>zweifelhaft</translation>
    </message>
    <message>
        <source>drawn by ocrdesk</source>
        <translation>von ocrdesk gezeichnet</translation>
    </message>
    <message>
        <source>dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <source>dropout {rate}</source>
        <translation>Dropout {rate}</translation>
    </message>
    <message>
        <source>else {others}</source>
        <translation>sonst {others}</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>en</source>
        <comment>The code of the language of this file</comment>
        <translation>de</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>first layer / last layer</source>
        <translation>erste Schicht / letzte Schicht</translation>
    </message>
    <message>
        <source>gentle</source>
        <translation>sanft</translation>
    </message>
    <message>
        <source>hOCR</source>
        <translation>hOCR</translation>
    </message>
    <message>
        <source>identical</source>
        <translation>gleich</translation>
    </message>
    <message numerus="yes">
        <source>in %n rows</source>
        <translation>
            <numerusform>in %n Zeile</numerusform>
            <numerusform>in %n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>in “{folder}”</source>
        <translation>in „{folder}“</translation>
    </message>
    <message>
        <source>it has fields that only a newer ocrdesk knows</source>
        <translation>sie hat Felder, die nur ein neueres ocrdesk kennt</translation>
    </message>
    <message>
        <source>it has no sign that the model reads</source>
        <translation>es hat kein Zeichen, das das Modell liest</translation>
    </message>
    <message>
        <source>it has {count} files inside it, far more than a document needs</source>
        <translation>sie enthält {count} Dateien, weit mehr, als ein Dokument braucht</translation>
    </message>
    <message>
        <source>it is longer than {MOST_SIGNS} characters</source>
        <translation>es ist länger als {MOST_SIGNS} Zeichen</translation>
    </message>
    <message>
        <source>it is not valid JSON</source>
        <translation>sie ist kein gültiges JSON</translation>
    </message>
    <message>
        <source>it lacks “{name}”</source>
        <translation>ihr fehlt „{name}“</translation>
    </message>
    <message>
        <source>it would become far too large when unpacked</source>
        <translation>sie würde ausgepackt viel zu groß</translation>
    </message>
    <message>
        <source>its end is missing, or something follows it</source>
        <translation>ihr Ende fehlt, oder etwas folgt darauf</translation>
    </message>
    <message>
        <source>its ink was found in a way that only a newer ocrdesk knows</source>
        <translation>ihre Tinte wurde auf eine Weise gefunden, die nur ein neueres ocrdesk kennt</translation>
    </message>
    <message>
        <source>its list of pages names one of them again and again</source>
        <translation>ihre Seitenliste nennt eine immer wieder</translation>
    </message>
    <message>
        <source>its pages would become far too large when unpacked</source>
        <translation>ihre Seiten würden ausgepackt viel zu groß</translation>
    </message>
    <message>
        <source>its table of contents is damaged</source>
        <translation>ihr Verzeichnis ist beschädigt</translation>
    </message>
    <message>
        <source>its table of contents is not where it should be</source>
        <translation>ihr Verzeichnis ist nicht, wo es stehen soll</translation>
    </message>
    <message>
        <source>judges</source>
        <translation>beurteilt</translation>
    </message>
    <message>
        <source>labelled {label}, read as {read} with {percent} %</source>
        <translation>als {label} bezeichnet, mit {percent} % als {read} gelesen</translation>
    </message>
    <message>
        <source>layer, from the patch to the outputs</source>
        <translation>Schicht, vom Bildfeld zu den Ausgaben</translation>
    </message>
    <message>
        <source>layers with weights</source>
        <translation>Schichten mit Gewichten</translation>
    </message>
    <message>
        <source>letters held out</source>
        <translation>zurückgehaltene Buchstaben</translation>
    </message>
    <message>
        <source>letters learnt from</source>
        <translation>gelernte Buchstaben</translation>
    </message>
    <message>
        <source>letters to learn from</source>
        <translation>Buchstaben zum Lernen</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>wahrscheinlich</translation>
    </message>
    <message>
        <source>looks like {seen_as}</source>
        <translation>sieht aus wie {seen_as}</translation>
    </message>
    <message>
        <source>made-up hand print</source>
        <translation>erfundene Druckschrift</translation>
    </message>
    <message>
        <source>momentum {momentum}</source>
        <translation>Trägheit {momentum}</translation>
    </message>
    <message>
        <source>moved, added or taken out, not saved</source>
        <translation>verschoben, hinzugefügt oder herausgenommen, nicht gespeichert</translation>
    </message>
    <message>
        <source>never saved</source>
        <translation>nie gespeichert</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>no character</source>
        <translation>kein Zeichen</translation>
    </message>
    <message>
        <source>no letter changed.</source>
        <translation>kein Buchstabe geändert.</translation>
    </message>
    <message>
        <source>no page can be called “{name}”</source>
        <translation>keine Seite kann „{name}“ heißen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>norm of the gradient</source>
        <translation>Norm des Gradienten</translation>
    </message>
    <message>
        <source>normalisation</source>
        <translation>Normalisierung</translation>
    </message>
    <message>
        <source>not identical</source>
        <translation>nicht gleich</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>noch nicht gelesen</translation>
    </message>
    <message>
        <source>nothing follows the last \</source>
        <translation>auf das letzte \ folgt nichts</translation>
    </message>
    <message>
        <source>nothing in {folder} can be called “{name}”</source>
        <translation>nichts in {folder} kann „{name}“ heißen</translation>
    </message>
    <message>
        <source>nothing says of which page this is</source>
        <translation>nichts sagt, von welcher Seite dies ist</translation>
    </message>
    <message>
        <source>ocrdesk ended before this was saved</source>
        <translation>ocrdesk endete, bevor dies gespeichert war</translation>
    </message>
    <message numerus="yes">
        <source>on %Ln pages</source>
        <translation>
            <numerusform>auf %Ln Seite</numerusform>
            <numerusform>auf %Ln Seiten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>on %n pages</source>
        <translation>
            <numerusform>auf %n Seite</numerusform>
            <numerusform>auf %n Seiten</numerusform>
        </translation>
    </message>
    <message>
        <source>on the page now</source>
        <translation>jetzt auf der Seite</translation>
    </message>
    <message>
        <source>one cycle</source>
        <translation>ein Zyklus</translation>
    </message>
    <message>
        <source>one layer</source>
        <translation>eine Schicht</translation>
    </message>
    <message>
        <source>one sigmoid layer between</source>
        <translation>eine Sigmoid-Schicht dazwischen</translation>
    </message>
    <message>
        <source>one that runs on this computer</source>
        <translation>eines auf diesem Rechner</translation>
    </message>
    <message>
        <source>outputs</source>
        <translation>Ausgaben</translation>
    </message>
    <message>
        <source>page {number} of {count}</source>
        <translation>Seite {number} von {count}</translation>
    </message>
    <message>
        <source>partly damaged</source>
        <translation>teils beschädigt</translation>
    </message>
    <message>
        <source>patch</source>
        <translation>Bildfeld</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>ein Bild</translation>
    </message>
    <message>
        <source>pixels moved</source>
        <translation>Bildpunkte verschoben</translation>
    </message>
    <message>
        <source>pooling</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>practice-sheet</source>
        <comment>The name of a file</comment>
        <translation>Übungsblatt</translation>
    </message>
    <message>
        <source>probabilities are not valid base64</source>
        <translation>Wahrscheinlichkeiten sind kein gültiges base64</translation>
    </message>
    <message>
        <source>rate {learning_rate}</source>
        <translation>Rate {learning_rate}</translation>
    </message>
    <message>
        <source>read as</source>
        <translation>gelesen als</translation>
    </message>
    <message>
        <source>read right</source>
        <translation>richtig gelesen</translation>
    </message>
    <message>
        <source>read right, of letters held out</source>
        <translation>richtig gelesen, von zurückgehaltenen Buchstaben</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>seed {seed}</source>
        <translation>Startwert {seed}</translation>
    </message>
    <message>
        <source>shape</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>share of units that differ</source>
        <translation>Anteil der Einheiten, die sich unterscheiden</translation>
    </message>
    <message>
        <source>small L</source>
        <translation>kleines L</translation>
    </message>
    <message>
        <source>small course network, reads worse</source>
        <translation>kleines Kursnetz, liest schlechter</translation>
    </message>
    <message>
        <source>small letters and marks too</source>
        <translation>auch Kleinbuchstaben und Zeichen</translation>
    </message>
    <message>
        <source>small network of a course assignment, to compare; reads worse</source>
        <translation>kleines Netz aus einer Kursaufgabe, zum Vergleich; liest schlechter</translation>
    </message>
    <message>
        <source>small o</source>
        <translation>kleines o</translation>
    </message>
    <message>
        <source>something stands before its first file</source>
        <translation>vor der ersten Datei darin steht etwas</translation>
    </message>
    <message>
        <source>step</source>
        <translation>Stufen</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>strong</source>
        <translation>stark</translation>
    </message>
    <message>
        <source>sure enough</source>
        <translation>sicher genug</translation>
    </message>
    <message>
        <source>ten times</source>
        <translation>das Zehnfache</translation>
    </message>
    <message>
        <source>the assignment&apos;s network</source>
        <translation>das Netz der Aufgabe</translation>
    </message>
    <message>
        <source>the files inside it overlap</source>
        <translation>die Dateien darin überlappen</translation>
    </message>
    <message>
        <source>the frame of a difference is not a pair of empty pages</source>
        <translation>der Rahmen eines Unterschieds ist kein Paar leerer Seiten</translation>
    </message>
    <message>
        <source>the list {words}</source>
        <translation>die Liste {words}</translation>
    </message>
    <message>
        <source>the model has no character for “{sign}”</source>
        <translation>das Modell hat kein Zeichen für „{sign}“</translation>
    </message>
    <message>
        <source>the model reads no “{sign}”</source>
        <translation>das Modell liest kein „{sign}“</translation>
    </message>
    <message>
        <source>the one opened {moment} (process {process})</source>
        <translation>das seit {moment} offene (Prozess {process})</translation>
    </message>
    <message>
        <source>the pattern “{pattern}”</source>
        <translation>das Muster „{pattern}“</translation>
    </message>
    <message>
        <source>the “{sign}” in “{part}” belongs to no count</source>
        <translation>das „{sign}“ in „{part}“ gehört zu keiner Anzahl</translation>
    </message>
    <message>
        <source>there are not {count} probabilities</source>
        <translation>es sind nicht {count} Wahrscheinlichkeiten</translation>
    </message>
    <message>
        <source>this is not a journal</source>
        <translation>dies ist kein Journal</translation>
    </message>
    <message>
        <source>this is not a list of pages</source>
        <translation>dies ist keine Seitenliste</translation>
    </message>
    <message>
        <source>three linear layers</source>
        <translation>drei lineare Schichten</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>training loss, nats</source>
        <translation>Trainingsverlust, nat</translation>
    </message>
    <message>
        <source>two files inside it have the same name</source>
        <translation>zwei Dateien darin haben denselben Namen</translation>
    </message>
    <message>
        <source>two letters of a page have one number</source>
        <translation>zwei Buchstaben einer Seite haben dieselbe Nummer</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>unlesbar</translation>
    </message>
    <message>
        <source>version 7.3</source>
        <translation>Version 7.3</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>weights in 16 bits</source>
        <translation>Gewichte in 16 Bit</translation>
    </message>
    <message numerus="yes">
        <source>with %n boxes</source>
        <translation>
            <numerusform>mit %n Kästchen</numerusform>
            <numerusform>mit %n Kästchen</numerusform>
        </translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
    <message>
        <source>your choice</source>
        <translation>eigene Wahl</translation>
    </message>
    <message>
        <source>your own</source>
        <translation>eigene</translation>
    </message>
    <message>
        <source>zeros</source>
        <translation>Nullen</translation>
    </message>
    <message>
        <source>{augmentation} augmentation</source>
        <translation>Abwandlung {augmentation}</translation>
    </message>
    <message>
        <source>{certainty}, {probability} no character</source>
        <translation>{certainty}, {probability} kein Zeichen</translation>
    </message>
    <message>
        <source>{character} by {writer}</source>
        <translation>{character} von {writer}</translation>
    </message>
    <message>
        <source>{character} cannot be the label of a letter.</source>
        <translation>{character} kann keinen Buchstaben benennen.</translation>
    </message>
    <message>
        <source>{character} in row {row} ({why})</source>
        <translation>{character} in Zeile {row} ({why})</translation>
    </message>
    <message>
        <source>{character}, confirmed</source>
        <translation>{character}, bestätigt</translation>
    </message>
    <message>
        <source>{character}, {who}, {percent} % alike</source>
        <translation>{character}, {who}, {percent} % ähnlich</translation>
    </message>
    <message>
        <source>{character}: {learn} to learn from, {judge} to judge by</source>
        <translation>{character}: {learn} zum Lernen, {judge} zum Beurteilen</translation>
    </message>
    <message>
        <source>{count} characters with {fewest} to {most} letters</source>
        <translation>{count} Zeichen mit {fewest} bis {most} Buchstaben</translation>
    </message>
    <message>
        <source>{count} counts nothing</source>
        <translation>{count} zählt nichts</translation>
    </message>
    <message>
        <source>{count} files and pages could not be opened.</source>
        <translation>{count} Dateien und Seiten konnten nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>{count} files could not be opened.</source>
        <translation>{count} Dateien konnten nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>{count} letters</source>
        <translation>{count} Buchstaben</translation>
    </message>
    <message numerus="yes">
        <source>{count} of %n pages have changes that were not saved.</source>
        <translation>
            <numerusform>{count} von %n Seite hat ungespeicherte Änderungen.</numerusform>
            <numerusform>{count} von %n Seiten haben ungespeicherte Änderungen.</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} of {all} letters differ: click one to see it on the page.</source>
        <translation>{count} von {all} Buchstaben unterscheiden sich: einen anklicken, um ihn auf der Seite zu sehen.</translation>
    </message>
    <message>
        <source>{count} pages could not be opened.</source>
        <translation>{count} Seiten konnten nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>{count} pages could not be read.</source>
        <translation>{count} Seiten konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>{count} weights are too many: up to {MOST_WEIGHTS} can be trained here. Take fewer units, or pool before the dense layers.</source>
        <translation>{count} Gewichte sind zu viele: Bis zu {MOST_WEIGHTS} lassen sich hier trainieren. Weniger Einheiten nehmen oder vor den dichten Schichten zusammenfassen.</translation>
    </message>
    <message>
        <source>{depth} sigmoid layers: each shrinks the gradient at least fourfold on its way down.</source>
        <translation>{depth} Sigmoid-Schichten: Jede verkleinert den Gradienten auf seinem Weg mindestens auf ein Viertel.</translation>
    </message>
    <message>
        <source>{doing} failed</source>
        <translation>Fehlgeschlagen: {doing}</translation>
    </message>
    <message>
        <source>{epochs} epochs</source>
        <translation>{epochs} Epochen</translation>
    </message>
    <message>
        <source>{glyphs} letters</source>
        <translation>{glyphs} Buchstaben</translation>
    </message>
    <message>
        <source>{keys} goes back to what was read before.</source>
        <translation>{keys} führt zu dem zurück, was vorher gelesen wurde.</translation>
    </message>
    <message>
        <source>{keys} goes back; try other settings.</source>
        <translation>{keys} führt zurück; versuchen Sie andere Einstellungen.</translation>
    </message>
    <message numerus="yes">
        <source>{keys} goes on with %n questions about other pages.</source>
        <translation>
            <numerusform>{keys} geht zu einer Frage über andere Seiten weiter.</numerusform>
            <numerusform>{keys} geht zu %n Fragen über andere Seiten weiter.</numerusform>
        </translation>
    </message>
    <message>
        <source>{keys} lets a new row begin with the selected letter.</source>
        <translation>{keys} lässt mit dem ausgewählten Buchstaben eine neue Zeile beginnen.</translation>
    </message>
    <message>
        <source>{keys} undoes it on the page that is shown; the others stay.</source>
        <translation>{keys} macht es nur auf der gezeigten Seite rückgängig; die anderen bleiben.</translation>
    </message>
    <message>
        <source>{keys} undoes it only while that page is shown.</source>
        <translation>{keys} macht es nur rückgängig, während diese Seite gezeigt wird.</translation>
    </message>
    <message>
        <source>{kind} ({sizes} weights): {runs} %, moved by 2 pixels {networks} %</source>
        <translation>{kind} ({sizes} Gewichte): {runs} %, um 2 Bildpunkte verschoben {networks} %</translation>
    </message>
    <message>
        <source>{labels} letters are too few to keep some out of training.</source>
        <translation>{labels} Buchstaben sind zu wenige, um einige vom Training auszunehmen.</translation>
    </message>
    <message>
        <source>{layers} layers are too many: take at most {_MOST_LAYERS}.</source>
        <translation>{layers} Schichten sind zu viele: höchstens {_MOST_LAYERS} nehmen.</translation>
    </message>
    <message numerus="yes">
        <source>{left} of %n letters to check</source>
        <translation>
            <numerusform>{left} von %n Buchstaben zu prüfen</numerusform>
            <numerusform>{left} von %n Buchstaben zu prüfen</numerusform>
        </translation>
    </message>
    <message>
        <source>{letter}. Letter {place} of {count}.</source>
        <translation>{letter}. Buchstabe {place} von {count}.</translation>
    </message>
    <message numerus="yes">
        <source>{low} to {high}: {right} of %Ln letters right ({least} to {most}).</source>
        <translation>
            <numerusform>{low} bis {high}: {right} von %Ln Buchstaben richtig ({least} bis {most}).</numerusform>
            <numerusform>{low} bis {high}: {right} von %Ln Buchstaben richtig ({least} bis {most}).</numerusform>
        </translation>
    </message>
    <message>
        <source>{message} It is tried again by itself; a saved document is safe, too.</source>
        <translation>{message} Es wird von selbst erneut versucht; auch ein gespeichertes Dokument ist sicher.</translation>
    </message>
    <message>
        <source>{message}: it is a link, and there is no folder “{folder}” that it leads to.</source>
        <translation>{message}: Das ist eine Verknüpfung, und den Ordner „{folder}“, in den sie führt, gibt es nicht.</translation>
    </message>
    <message>
        <source>{message}: it or its folder is read-only, or open in another program.</source>
        <translation>{message}: Datei oder Ordner ist schreibgeschützt oder in einem anderen Programm offen.</translation>
    </message>
    <message>
        <source>{message}: the disk is full.</source>
        <translation>{message}: Der Datenträger ist voll.</translation>
    </message>
    <message>
        <source>{message}: there is no folder “{folder}”.</source>
        <translation>{message}: Den Ordner „{folder}“ gibt es nicht.</translation>
    </message>
    <message>
        <source>{named} and {more} more</source>
        <translation>{named} und {more} weitere</translation>
    </message>
    <message>
        <source>{names} read as {value3}: {count} of {of}</source>
        <translation>{names} als {value3} gelesen: {count} von {of}</translation>
    </message>
    <message>
        <source>{name} ({place} of {count} pages)</source>
        <translation>{name} ({place} von {count} Seiten)</translation>
    </message>
    <message>
        <source>{name} cannot be opened: the library that draws PDF documents does not load.</source>
        <translation>{name} lässt sich nicht öffnen: Die Bibliothek, die PDF-Dokumente zeichnet, lädt nicht.</translation>
    </message>
    <message>
        <source>{name} declares {size} bytes, but {file_size} are stored.</source>
        <translation>{name} kündigt {size} Bytes an, aber {file_size} sind gespeichert.</translation>
    </message>
    <message>
        <source>{name} declares {size} bytes, which it cannot hold.</source>
        <translation>{name} kündigt {size} Bytes an, die es nicht enthalten kann.</translation>
    </message>
    <message>
        <source>{name} does not have the size it declares.</source>
        <translation>{name} hat nicht die angekündigte Größe.</translation>
    </message>
    <message>
        <source>{name} has no &apos;train_data&apos;.</source>
        <translation>{name} hat kein &apos;train_data&apos;.</translation>
    </message>
    <message>
        <source>{name} has no &apos;{what}&apos;.</source>
        <translation>{name} hat kein &apos;{what}&apos;.</translation>
    </message>
    <message>
        <source>{name} has no array &apos;images&apos;.</source>
        <translation>{name} hat kein Feld &apos;images&apos;.</translation>
    </message>
    <message>
        <source>{name} has no array &apos;labels&apos;.</source>
        <translation>{name} hat kein Feld &apos;labels&apos;.</translation>
    </message>
    <message>
        <source>{name} has no pages.</source>
        <translation>{name} hat keine Seiten.</translation>
    </message>
    <message>
        <source>{name} has no pixels ({width} x {height}).</source>
        <translation>{name} hat keine Bildpunkte ({width} x {height}).</translation>
    </message>
    <message>
        <source>{name} holds images of different sizes.</source>
        <translation>{name} enthält Bilder verschiedener Größe.</translation>
    </message>
    <message>
        <source>{name} holds pen strokes, not images.</source>
        <translation>{name} enthält Federstriche, keine Bilder.</translation>
    </message>
    <message>
        <source>{name} holds pickled Python objects, which are never loaded: they could run any program.</source>
        <translation>{name} enthält verpackte Python-Objekte, die nie geladen werden: Sie könnten jedes Programm ausführen.</translation>
    </message>
    <message>
        <source>{name} holds {expected} items, but {found} {what}.</source>
        <translation>{name} enthält {expected} Einträge, aber {found} {what}.</translation>
    </message>
    <message>
        <source>{name} is a PDF document, not an image.</source>
        <translation>{name} ist ein PDF-Dokument, kein Bild.</translation>
    </message>
    <message>
        <source>{name} is a model, not a profile of a hand.</source>
        <translation>{name} ist ein Modell, kein Profil einer Handschrift.</translation>
    </message>
    <message>
        <source>{name} is cut short: {there} bytes of data are there, shorter than the {declared} its header declares.</source>
        <translation>{name} ist abgeschnitten: {there} Bytes an Daten sind da, weniger als die {declared}, die am Anfang der Datei stehen.</translation>
    </message>
    <message>
        <source>{name} is damaged</source>
        <translation>{name} ist beschädigt</translation>
    </message>
    <message>
        <source>{name} is damaged in “{value3}”.</source>
        <translation>{name} ist in „{value3}“ beschädigt.</translation>
    </message>
    <message>
        <source>{name} is damaged or cut off ({error}).</source>
        <translation>{name} ist beschädigt oder abgeschnitten ({error}).</translation>
    </message>
    <message>
        <source>{name} is damaged or incomplete.</source>
        <translation>{name} ist beschädigt oder unvollständig.</translation>
    </message>
    <message>
        <source>{name} is empty (0 bytes).</source>
        <translation>{name} ist leer (0 Bytes).</translation>
    </message>
    <message>
        <source>{name} is empty: it has no images.</source>
        <translation>{name} ist leer: Es enthält keine Bilder.</translation>
    </message>
    <message>
        <source>{name} is encrypted in a way unknown to ocrdesk.</source>
        <translation>{name} ist auf eine ocrdesk unbekannte Weise verschlüsselt.</translation>
    </message>
    <message>
        <source>{name} is far too large: {width} x {height} inches.</source>
        <translation>{name} ist viel zu groß: {width} x {height} Zoll.</translation>
    </message>
    <message>
        <source>{name} is longer than its header says.</source>
        <translation>{name} ist länger, als am Anfang der Datei steht.</translation>
    </message>
    <message>
        <source>{name} is not a PDF file, or is damaged at its very beginning.</source>
        <translation>{name} ist keine PDF-Datei oder ganz am Anfang beschädigt.</translation>
    </message>
    <message>
        <source>{name} is not an IDX file of {kind}: it {found}.</source>
        <translation>{name} ist keine IDX-Datei mit {kind}: {found}.</translation>
    </message>
    <message>
        <source>{name} is not an image, or is damaged at its very beginning.</source>
        <translation>{name} ist kein Bild oder ganz am Anfang beschädigt.</translation>
    </message>
    <message>
        <source>{name} is not readable text ({error}).</source>
        <translation>{name} ist kein lesbarer Text ({error}).</translation>
    </message>
    <message>
        <source>{name} is of an unknown version.</source>
        <translation>{name} hat eine unbekannte Version.</translation>
    </message>
    <message>
        <source>{name} is of type {dtype}.</source>
        <translation>{name} ist vom Typ {dtype}.</translation>
    </message>
    <message>
        <source>{name} is protected by a password.</source>
        <translation>{name} ist durch ein Passwort geschützt.</translation>
    </message>
    <message>
        <source>{name} is shorter than its header.</source>
        <translation>{name} ist kürzer als ihr Kopf.</translation>
    </message>
    <message>
        <source>{name} is too large: {pixel_count} megapixels, the limit is {MAX_MEGAPIXELS}.</source>
        <translation>{name} ist zu groß: {pixel_count} Megapixel, die Grenze ist {MAX_MEGAPIXELS}.</translation>
    </message>
    <message>
        <source>{name} is what was read from pictures, not a picture.</source>
        <translation>{name} ist, was aus Bildern gelesen wurde, kein Bild.</translation>
    </message>
    <message>
        <source>{name} is {kind} photo, which ocrdesk cannot open.</source>
        <translation>{name} ist {kind}-Foto, das ocrdesk nicht öffnen kann.</translation>
    </message>
    <message numerus="yes">
        <source>{name} read this page anew: %n letters changed, some of them parted otherwise.</source>
        <translation>
            <numerusform>{name} hat diese Seite neu gelesen: %n Buchstabe geändert, weil anders getrennt wurde.</numerusform>
            <numerusform>{name} hat diese Seite neu gelesen: %n Buchstaben geändert, teils anders getrennt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name} read this page anew: %n letters changed.</source>
        <translation>
            <numerusform>{name} hat diese Seite neu gelesen: %n Buchstabe geändert.</numerusform>
            <numerusform>{name} hat diese Seite neu gelesen: %n Buchstaben geändert.</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} read this page anew: no letter changed.</source>
        <translation>{name} hat diese Seite neu gelesen: kein Buchstabe geändert.</translation>
    </message>
    <message>
        <source>{name} uses the colour model {mode}, which ocrdesk cannot read.</source>
        <translation>{name} verwendet das Farbmodell {mode}, das ocrdesk nicht lesen kann.</translation>
    </message>
    <message>
        <source>{name}: &apos;clean&apos; is of type {dtype}.</source>
        <translation>{name}: &apos;clean&apos; ist vom Typ {dtype}.</translation>
    </message>
    <message>
        <source>{name}: &apos;images&apos; has {ndim} dimensions.</source>
        <translation>{name}: &apos;images&apos; hat {ndim} Dimensionen.</translation>
    </message>
    <message>
        <source>{name}: &apos;{what}&apos; does not fit &apos;{table}&apos;, which has {texts} entries.</source>
        <translation>{name}: &apos;{what}&apos; passt nicht zu &apos;{table}&apos; mit {texts} Einträgen.</translation>
    </message>
    <message>
        <source>{name}: &apos;{what}&apos; has {ndim} dimensions.</source>
        <translation>{name}: &apos;{what}&apos; hat {ndim} Dimensionen.</translation>
    </message>
    <message>
        <source>{name}: &apos;{what}&apos; has {shape} columns.</source>
        <translation>{name}: &apos;{what}&apos; hat {shape} Spalten.</translation>
    </message>
    <message>
        <source>{name}: &apos;{what}&apos; is empty.</source>
        <translation>{name}: &apos;{what}&apos; ist leer.</translation>
    </message>
    <message>
        <source>{name}: &apos;{what}&apos; is not a table of numbers.</source>
        <translation>{name}: &apos;{what}&apos; ist keine Tabelle von Zahlen.</translation>
    </message>
    <message>
        <source>{name}: label {at} is {labels}, but the charset has {table} characters, numbered from 0 to {value9}.</source>
        <translation>{name}: Bezeichnung {at} ist {labels}, aber der Zeichensatz hat {table} Zeichen, nummeriert von 0 bis {value9}.</translation>
    </message>
    <message>
        <source>{name}: label {at} is {labels}, not a whole number.</source>
        <translation>{name}: Bezeichnung {at} ist {labels}, keine ganze Zahl.</translation>
    </message>
    <message>
        <source>{name}: label {at} is “{texts}”, not a single character.</source>
        <translation>{name}: Bezeichnung {at} ist „{texts}“, kein einzelnes Zeichen.</translation>
    </message>
    <message>
        <source>{name}: row {is_wrong} of &apos;{what}&apos; does not mark one character.</source>
        <translation>{name}: Zeile {is_wrong} von &apos;{what}&apos; bezeichnet kein einzelnes Zeichen.</translation>
    </message>
    <message>
        <source>{name}: rows of {shape} values are not square images.</source>
        <translation>{name}: Zeilen von {shape} Werten sind keine quadratischen Bilder.</translation>
    </message>
    <message>
        <source>{name}: the charset cannot be used: {reason}.</source>
        <translation>{name}: Der Zeichensatz ist nicht verwendbar: {reason}.</translation>
    </message>
    <message>
        <source>{name}: the images are of type {dtype}, not numbers.</source>
        <translation>{name}: Die Bilder sind vom Typ {dtype}, keine Zahlen.</translation>
    </message>
    <message>
        <source>{name}: the images hold values from {min} to {high}.</source>
        <translation>{name}: Die Bilder enthalten Werte von {min} bis {high}.</translation>
    </message>
    <message>
        <source>{name}: the labels are not readable text ({error}).</source>
        <translation>{name}: Die Bezeichnungen sind kein lesbarer Text ({error}).</translation>
    </message>
    <message>
        <source>{name}: the labels are numbers, and nothing says which character each stands for.</source>
        <translation>{name}: Die Bezeichnungen sind Zahlen, und nichts sagt, für welches Zeichen jede steht.</translation>
    </message>
    <message>
        <source>{name}: the labels are of type {dtype}.</source>
        <translation>{name}: Die Bezeichnungen sind vom Typ {dtype}.</translation>
    </message>
    <message>
        <source>{name}: the labels have the shape {labels} instead of one per item.</source>
        <translation>{name}: Die Bezeichnungen haben die Form {labels} statt einer je Eintrag.</translation>
    </message>
    <message>
        <source>{name}: {_first_image} has values that are not numbers.</source>
        <translation>{name}: {_first_image} enthält Werte, die keine Zahlen sind.</translation>
    </message>
    <message>
        <source>{name}: “{shown}” is used as a label.</source>
        <translation>{name}: Als Bezeichnung steht dort „{shown}“.</translation>
    </message>
    <message>
        <source>{n}: {runs} % in {seconds} s</source>
        <translation>{n}: {runs} % in {seconds} s</translation>
    </message>
    <message>
        <source>{percent} % of the letters held out right</source>
        <translation>{percent} % der zurückgehaltenen Buchstaben richtig</translation>
    </message>
    <message>
        <source>{percent} % right</source>
        <translation>{percent} % richtig</translation>
    </message>
    <message>
        <source>{percent} wrong</source>
        <translation>{percent} falsch</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>{place} von {count}</translation>
    </message>
    <message>
        <source>{place} of {count} on this page</source>
        <translation>{place} von {count} auf dieser Seite</translation>
    </message>
    <message>
        <source>{probability} no character. Type or pick what it is, or delete it.</source>
        <translation>{probability} kein Zeichen. Tippen oder wählen, was es ist, oder löschen.</translation>
    </message>
    <message>
        <source>{reader} read this letter; the marks and the letters like it are what {other} sees.</source>
        <translation>{reader} hat diesen Buchstaben gelesen; die Markierungen und die ähnlichen Buchstaben sind das, was {other} sieht.</translation>
    </message>
    <message>
        <source>{setting}: back to the default</source>
        <translation>{setting}: zurück zur Vorgabe</translation>
    </message>
    <message>
        <source>{several}, the current one: {letter}</source>
        <translation>{several}, der aktuelle: {letter}</translation>
    </message>
    <message>
        <source>{size} letters</source>
        <translation>{size} Buchstaben</translation>
    </message>
    <message>
        <source>{skips} skips it.</source>
        <translation>{skips} überspringt das.</translation>
    </message>
    <message>
        <source>{some} and {last}</source>
        <translation>{some} und {last}</translation>
    </message>
    <message>
        <source>{some} of {count} rows do not fit it by their ink and stay as they are.</source>
        <translation>{some} von {count} Zeilen passen nach ihrer Tinte nicht dazu und bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>{stage}, {share} percent</source>
        <translation>{stage}, {share} Prozent</translation>
    </message>
    <message>
        <source>{text} ({count} times)</source>
        <translation>{text} ({count}-mal)</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>noch {time}</translation>
    </message>
    <message>
        <source>{truth} read as {read}: {count}</source>
        <translation>{truth} als {read} gelesen: {count}</translation>
    </message>
    <message>
        <source>{truth} read as {read}: {count} of {of}</source>
        <translation>{truth} als {read} gelesen: {count} von {of}</translation>
    </message>
    <message>
        <source>{undo} {step}</source>
        <translation>{undo}: {step}</translation>
    </message>
    <message>
        <source>{wanted} such characters are too many for one sheet.</source>
        <translation>{wanted} solche Zeichen sind zu viele für ein Blatt.</translation>
    </message>
    <message>
        <source>{what} cannot be {character}</source>
        <translation>{what} kann nicht {character} sein</translation>
    </message>
    <message>
        <source>{what} is empty</source>
        <translation>{what} ist leer</translation>
    </message>
    <message>
        <source>{what} is not a list</source>
        <translation>{what} ist keine Liste</translation>
    </message>
    <message>
        <source>{what} is not a list of {count}</source>
        <translation>{what} ist keine Liste von {count}</translation>
    </message>
    <message>
        <source>{what} is not a whole number from {least} to {most}</source>
        <translation>{what} ist keine ganze Zahl von {least} bis {most}</translation>
    </message>
    <message>
        <source>{what} is not an object</source>
        <translation>{what} ist kein Objekt</translation>
    </message>
    <message>
        <source>{what} is not text</source>
        <translation>{what} ist kein Text</translation>
    </message>
    <message>
        <source>{what}, {character}, is not composed</source>
        <translation>{what}, {character}, ist nicht zusammengesetzt</translation>
    </message>
    <message>
        <source>{what}: the next run learns from the letters as they are now.</source>
        <translation>{what}: Der nächste Lauf lernt aus den Buchstaben, wie sie jetzt sind.</translation>
    </message>
    <message>
        <source>{whole} letters, {learn} of {many} writers to learn from, {judge} of one other to judge by.</source>
        <translation>{whole} Buchstaben, {learn} von {many} Schreibern zum Lernen, {judge} von einem anderen zum Beurteilen.</translation>
    </message>
    <message>
        <source>{whole} letters, {learn} of {many} writers to learn from, {judge} of {others} others to judge by.</source>
        <translation>{whole} Buchstaben, {learn} von {many} Schreibern zum Lernen, {judge} von {others} anderen zum Beurteilen.</translation>
    </message>
    <message>
        <source>{whole} letters, {learn} to learn from, {judge} drawn at random to judge by; the data name fewer than five writers, so the same hands are on both sides and flatter the result.</source>
        <translation>{whole} Buchstaben, {learn} zum Lernen, {judge} zufällig gezogene zum Beurteilen; die Daten nennen weniger als fünf Schreiber, also stehen dieselben Hände auf beiden Seiten und schmeicheln dem Ergebnis.</translation>
    </message>
    <message>
        <source>{width} by {height} pixels</source>
        <translation>{width} mal {height} Bildpunkte</translation>
    </message>
    <message>
        <source>{words}: activations are {ACTIVATIONS}.</source>
        <translation>{words}: Aktivierungen sind {ACTIVATIONS}.</translation>
    </message>
    <message>
        <source>{words}: initialisers are {INITIALIZERS}.</source>
        <translation>{words}: Initialisierer sind {INITIALIZERS}.</translation>
    </message>
    <message>
        <source>{words}: it has 1 to {_MOST_UNITS} units.</source>
        <translation>{words}: Sie hat 1 bis {_MOST_UNITS} Einheiten.</translation>
    </message>
    <message>
        <source>{words}: the share to leave out is 0 to 0.95.</source>
        <translation>{words}: Der auszulassende Anteil ist 0 bis 0,95.</translation>
    </message>
    <message>
        <source>{words}: the side of the square is 1 to 11.</source>
        <translation>{words}: Die Seite des Quadrats ist 1 bis 11.</translation>
    </message>
    <message>
        <source>{words}: the square needs a middle, so its side is an odd number: 3, 5 and so on.</source>
        <translation>{words}: Das Quadrat braucht eine Mitte, also ist seine Seite ungerade: 3, 5 und so weiter.</translation>
    </message>
    <message>
        <source>“confirmed” is neither true nor false</source>
        <translation>“confirmed” ist weder wahr noch falsch</translation>
    </message>
    <message>
        <source>“{between}” stands between these letters.</source>
        <translation>„{between}“ steht zwischen diesen Buchstaben.</translation>
    </message>
    <message>
        <source>“{character}”</source>
        <translation>„{character}“</translation>
    </message>
    <message>
        <source>“{character}” was not entered, as no letter is selected.</source>
        <translation>„{character}“ wurde nicht eingetragen, weil kein Buchstabe ausgewählt ist.</translation>
    </message>
    <message>
        <source>“{character}”: one letter</source>
        <translation>„{character}“: ein Buchstabe</translation>
    </message>
    <message>
        <source>“{character}”: {count} letters alike</source>
        <translation>„{character}“: {count} ähnliche Buchstaben</translation>
    </message>
    <message>
        <source>“{command}” has these keys. Take them from it first.</source>
        <translation>„{command}“ hat diese Tasten. Zuerst dort wegnehmen.</translation>
    </message>
    <message>
        <source>“{join}”</source>
        <translation>„{join}“</translation>
    </message>
    <message>
        <source>“{model}”, which read it, is not here.</source>
        <translation>„{model}“, mit dem sie gelesen wurde, ist nicht hier.</translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation>„{name}“</translation>
    </message>
    <message>
        <source>“{name}” cannot be reached: {value4}.</source>
        <translation>„{name}“ ist nicht erreichbar: {value4}.</translation>
    </message>
    <message>
        <source>“{name}” cannot be read: {value4}.</source>
        <translation>„{name}“ lässt sich nicht lesen: {value4}.</translation>
    </message>
    <message>
        <source>“{name}” cannot be renamed or deleted while a hand learns.</source>
        <translation>„{name}“ lässt sich nicht umbenennen oder löschen, solange eine Handschrift lernt.</translation>
    </message>
    <message>
        <source>“{name}” cannot be renamed or deleted while it is loaded.</source>
        <translation>„{name}“ lässt sich nicht umbenennen oder löschen, solange sie geladen wird.</translation>
    </message>
    <message>
        <source>“{name}” cannot be renamed: {value4}.</source>
        <translation>„{name}“ lässt sich nicht umbenennen: {value4}.</translation>
    </message>
    <message>
        <source>“{name}” cannot be the name of a model.</source>
        <translation>„{name}“ kann nicht der Name eines Modells sein.</translation>
    </message>
    <message>
        <source>“{name}” cannot be the name of a profile.</source>
        <translation>„{name}“ kann kein Profil heißen.</translation>
    </message>
    <message>
        <source>“{name}” does not hold the image of a page.</source>
        <translation>„{name}“ enthält das Bild einer Seite nicht.</translation>
    </message>
    <message>
        <source>“{name}” has changes that were not saved.</source>
        <translation>„{name}“ hat ungespeicherte Änderungen.</translation>
    </message>
    <message>
        <source>“{name}” has learnt since it read this letter; the marks and the letters like it are what it sees now.</source>
        <translation>„{name}“ hat seit dem Lesen dieses Buchstabens gelernt; die Markierungen und die ähnlichen Buchstaben sind das, was sie jetzt sieht.</translation>
    </message>
    <message>
        <source>“{name}” has no pages.</source>
        <translation>„{name}“ hat keine Seiten.</translation>
    </message>
    <message>
        <source>“{name}” holds labels only.</source>
        <translation>„{name}“ enthält nur Bezeichnungen.</translation>
    </message>
    <message>
        <source>“{name}” holds the label {unknown}, which stands for no character.</source>
        <translation>„{name}“ enthält die Bezeichnung {unknown}, die für kein Zeichen steht.</translation>
    </message>
    <message>
        <source>“{name}” inside it is a link</source>
        <translation>„{name}“ darin ist eine Verknüpfung</translation>
    </message>
    <message>
        <source>“{name}” inside it is damaged</source>
        <translation>„{name}“ darin ist beschädigt</translation>
    </message>
    <message>
        <source>“{name}” inside it is encrypted</source>
        <translation>„{name}“ darin ist verschlüsselt</translation>
    </message>
    <message>
        <source>“{name}” inside it is far too large</source>
        <translation>„{name}“ darin ist viel zu groß</translation>
    </message>
    <message>
        <source>“{name}” inside it is packed in an unknown way</source>
        <translation>„{name}“ darin ist auf unbekannte Weise gepackt</translation>
    </message>
    <message>
        <source>“{name}” inside it would become far too large when unpacked</source>
        <translation>„{name}“ darin würde ausgepackt viel zu groß</translation>
    </message>
    <message>
        <source>“{name}” is a MATLAB file of {kind}.</source>
        <translation>„{name}“ ist eine MATLAB-Datei: {kind}.</translation>
    </message>
    <message>
        <source>“{name}” is among your hands.</source>
        <translation>„{name}“ gehört nun zu den Handschriften.</translation>
    </message>
    <message>
        <source>“{name}” is called “{other}” now.</source>
        <translation>„{name}“ heißt jetzt „{other}“.</translation>
    </message>
    <message>
        <source>“{name}” is damaged ({value4}).</source>
        <translation>„{name}“ ist beschädigt ({value4}).</translation>
    </message>
    <message>
        <source>“{name}” is damaged or cut off ({error}).</source>
        <translation>„{name}“ ist beschädigt oder abgeschnitten ({error}).</translation>
    </message>
    <message>
        <source>“{name}” is damaged or was not made by ocrdesk: {reason}.</source>
        <translation>„{name}“ ist beschädigt oder nicht von ocrdesk: {reason}.</translation>
    </message>
    <message>
        <source>“{name}” is in {where}.</source>
        <translation>„{name}“ ist in {where}.</translation>
    </message>
    <message>
        <source>“{name}” is not a .npz archive, or is damaged ({error}).</source>
        <translation>„{name}“ ist kein .npz-Archiv oder beschädigt ({error}).</translation>
    </message>
    <message>
        <source>“{name}” is not a MATLAB file, or is from before version 5.</source>
        <translation>„{name}“ ist keine MATLAB-Datei oder älter als Version 5.</translation>
    </message>
    <message>
        <source>“{name}” is not a dataset that ocrdesk can read.</source>
        <translation>„{name}“ ist kein Datensatz, den ocrdesk lesen kann.</translation>
    </message>
    <message>
        <source>“{name}” is not a document of ocrdesk.</source>
        <translation>„{name}“ ist kein Dokument von ocrdesk.</translation>
    </message>
    <message>
        <source>“{name}” is not an EMNIST mapping ({error}).</source>
        <translation>„{name}“ ist keine EMNIST-Zuordnung ({error}).</translation>
    </message>
    <message>
        <source>“{name}” is open already.</source>
        <translation>„{name}“ ist schon offen.</translation>
    </message>
    <message>
        <source>“{name}” is there already.</source>
        <translation>„{name}“ gibt es schon.</translation>
    </message>
    <message numerus="yes">
        <source>“{name}” learnt from %n letters:</source>
        <translation>
            <numerusform>„{name}“ hat aus %n Buchstaben gelernt:</numerusform>
            <numerusform>„{name}“ hat aus %n Buchstaben gelernt:</numerusform>
        </translation>
    </message>
    <message>
        <source>“{name}” maps labels beyond 255, or to characters that cannot be seen.</source>
        <translation>„{name}“ ordnet Bezeichnungen über 255 oder unsichtbare Zeichen zu.</translation>
    </message>
    <message>
        <source>“{name}” reads from now on, and has learnt nothing yet.</source>
        <translation>„{name}“ liest von nun an und hat noch nichts gelernt.</translation>
    </message>
    <message>
        <source>“{name}” ships with ocrdesk.</source>
        <translation>„{name}“ gehört zu ocrdesk.</translation>
    </message>
    <message>
        <source>“{name}” was changed by another window or program since it was opened here.</source>
        <translation>„{name}“ wurde, seit es hier geöffnet ist, von einem anderen Fenster oder Programm geändert.</translation>
    </message>
    <message>
        <source>“{name}” was deleted.</source>
        <translation>„{name}“ wurde gelöscht.</translation>
    </message>
    <message>
        <source>“{name}” was not opened.</source>
        <translation>„{name}“ wurde nicht geöffnet.</translation>
    </message>
    <message>
        <source>“{name}” was saved by a newer ocrdesk (format {version}; this one reads up to {FORMAT_VERSION}).</source>
        <translation>„{name}“ wurde von einem neueren ocrdesk gespeichert (Format {version}; dieses liest bis {FORMAT_VERSION}).</translation>
    </message>
    <message>
        <source>“{name}” was saved by another window or program since; saving asks first.</source>
        <translation>„{name}“ hat seither ein anderes Fenster oder Programm gespeichert; vor dem Ersetzen wird gefragt.</translation>
    </message>
    <message numerus="yes">
        <source>“{name}”, one of %n pages, has changes that were not saved.</source>
        <translation>
            <numerusform>„{name}“ hat ungespeicherte Änderungen.</numerusform>
            <numerusform>„{name}“, eine von %n Seiten, hat ungespeicherte Änderungen.</numerusform>
        </translation>
    </message>
    <message>
        <source>“{name}”, which read pages here, is called “{other}” now.</source>
        <translation>„{name}“, womit hier Seiten gelesen wurden, heißt jetzt „{other}“.</translation>
    </message>
    <message>
        <source>“{name}”, which read pages here, is not on this computer.</source>
        <translation>„{name}“ hat hier Seiten gelesen und ist auf diesem Computer nicht vorhanden.</translation>
    </message>
    <message>
        <source>“{name}”, which read this page, is not on this computer, so nobody can tell what it saw here. Press {keys} to read the page again with {reader}.</source>
        <translation>„{name}“ hat diese Seite gelesen und ist auf diesem Computer nicht vorhanden; was dort zu sehen war, weiß daher niemand. {keys} liest die Seite neu mit {reader}.</translation>
    </message>
    <message>
        <source>“{path}” cannot be owned.</source>
        <translation>„{path}“ lässt sich nicht in Besitz nehmen.</translation>
    </message>
    <message>
        <source>“{path}” cannot be read: {reason}.</source>
        <translation>„{path}“ lässt sich nicht lesen: {reason}.</translation>
    </message>
    <message>
        <source>“{path}” cannot be read: {value4}.</source>
        <translation>„{path}“ lässt sich nicht lesen: {value4}.</translation>
    </message>
    <message>
        <source>“{path}” cannot be written</source>
        <translation>„{path}“ lässt sich nicht schreiben</translation>
    </message>
    <message>
        <source>“{path}” does not hold what “ocrdesk read” or Export writes: {error}.</source>
        <translation>„{path}“ enthält nicht, was „ocrdesk read“ oder Exportieren schreibt: {error}.</translation>
    </message>
    <message>
        <source>“{path}” has no images in folders by character.</source>
        <translation>„{path}“ enthält keine Bilder in Ordnern nach Zeichen.</translation>
    </message>
    <message>
        <source>“{path}” holds letters that somebody corrected, and writing over it would lose them.</source>
        <translation>„{path}“ enthält Buchstaben, die jemand korrigiert hat; überschrieben wären sie verloren.</translation>
    </message>
    <message>
        <source>“{path}” is a folder, a pipe or a device, not a document.</source>
        <translation>„{path}“ ist ein Ordner, eine Pipe oder ein Gerät, kein Dokument.</translation>
    </message>
    <message>
        <source>“{path}” is a folder, not an image.</source>
        <translation>„{path}“ ist ein Ordner, kein Bild.</translation>
    </message>
    <message>
        <source>“{path}” is a folder.</source>
        <translation>„{path}“ ist ein Ordner.</translation>
    </message>
    <message>
        <source>“{path}” is a pipe or a device, not a file.</source>
        <translation>„{path}“ ist eine Pipe oder ein Gerät, keine Datei.</translation>
    </message>
    <message>
        <source>“{path}” is a {kind}, and writing over it would destroy it.</source>
        <translation>„{path}“ ist {kind}; Überschreiben würde es zerstören.</translation>
    </message>
    <message>
        <source>“{path}” is no longer the image that was opened.</source>
        <translation>„{path}“ ist nicht mehr das Bild, das geöffnet wurde.</translation>
    </message>
    <message>
        <source>“{path}” is not a file.</source>
        <translation>„{path}“ ist keine Datei.</translation>
    </message>
    <message>
        <source>“{path}” is not a model of ocrdesk.</source>
        <translation>„{path}“ ist kein Modell von ocrdesk.</translation>
    </message>
    <message>
        <source>“{path}” is open here, and writing over it would destroy it.</source>
        <translation>„{path}“ ist hier geöffnet, und es zu überschreiben würde es zerstören.</translation>
    </message>
    <message>
        <source>“{path}” is the name of a document.</source>
        <translation>„{path}“ ist der Name eines Dokuments.</translation>
    </message>
    <message>
        <source>“{path}” is there already.</source>
        <translation>„{path}“ gibt es schon.</translation>
    </message>
    <message>
        <source>“{path}” is too large.</source>
        <translation>„{path}“ ist zu groß.</translation>
    </message>
    <message>
        <source>“{path}” is {kind}, not a file.</source>
        <translation>„{path}“ ist {kind}, keine Datei.</translation>
    </message>
    <message>
        <source>“{source}” does not tell its writers apart.</source>
        <translation>„{source}“ unterscheidet seine Schreiber nicht.</translation>
    </message>
    <message>
        <source>“{source}” has no page {page_number} any more.</source>
        <translation>„{source}“ hat keine Seite {page_number} mehr.</translation>
    </message>
    <message>
        <source>“{source}” is no longer the image that was worked on.</source>
        <translation>„{source}“ ist nicht mehr das Bild, an dem gearbeitet wurde.</translation>
    </message>
    <message>
        <source>“{source}” shows no practice sheet.</source>
        <translation>„{source}“ zeigt kein Übungsblatt.</translation>
    </message>
    <message>
        <source>“{target}” does not end in .npz.</source>
        <translation>„{target}“ endet nicht auf .npz.</translation>
    </message>
    <message>
        <source>“{target}” is there already.</source>
        <translation>„{target}“ gibt es schon.</translation>
    </message>
    <message numerus="yes">
        <source>“{title}” and %n other files are open in another window, too: {where}.</source>
        <translation>
            <numerusform>„{title}“ und %Ln weitere Datei sind auch in einem anderen Fenster offen: {where}.</numerusform>
            <numerusform>„{title}“ und %Ln weitere Dateien sind auch in einem anderen Fenster offen: {where}.</numerusform>
        </translation>
    </message>
    <message>
        <source>“{title}” is open in another window, too: {where}.</source>
        <translation>„{title}“ ist auch in einem anderen Fenster offen: {where}.</translation>
    </message>
    <message>
        <source>“{title}” looks like a practice sheet.</source>
        <translation>„{title}“ sieht wie ein Übungsblatt aus.</translation>
    </message>
    <message>
        <source>“{title}” was taken out.</source>
        <translation>„{title}“ wurde herausgenommen.</translation>
    </message>
    <message>
        <source>“{where}” is not the picture that a page in “{path}” was read from: that has {width} by {height} pixels.</source>
        <translation>„{where}“ ist nicht das Bild, von dem eine Seite in „{path}“ gelesen wurde: Das hat {width} mal {height} Bildpunkte.</translation>
    </message>
    <message>
        <source>← → move    Enter split    Esc cancel</source>
        <translation>← → verschieben    Eingabe teilt    Esc bricht ab</translation>
    </message>
    <message>
        <source>● for it, ○ against</source>
        <translation>● dafür, ○ dagegen</translation>
    </message>
</context>
</TS>
