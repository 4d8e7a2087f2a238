<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name></name>
    <message numerus="yes">
        <source>%Ln confirmed</source>
        <translation>
            <numerusform>%Ln confirmed</numerusform>
            <numerusform>%Ln confirmed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln letters</source>
        <translation>
            <numerusform>%Ln letter</numerusform>
            <numerusform>%Ln letters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln letters count: those of pages that are confirmed as a whole, those drawn at random, and those below {sure}, which every review asks about.</source>
        <translation>
            <numerusform>%Ln letter counts: those of pages that are confirmed as a whole, those drawn at random, and those below {sure}, which every review asks about.</numerusform>
            <numerusform>%Ln letters count: those of pages that are confirmed as a whole, those drawn at random, and those below {sure}, which every review asks about.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln letters that the reader was sure of do not count, as you chose them yourself: mistakes catch the eye, so of letters that people choose more are wrong than of the rest.</source>
        <translation>
            <numerusform>%Ln letter that the reader was sure of does not count, as you chose it yourself: mistakes catch the eye, so of letters that people choose more are wrong than of the rest.</numerusform>
            <numerusform>%Ln letters that the reader was sure of do not count, as you chose them yourself: mistakes catch the eye, so of letters that people choose more are wrong than of the rest.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln letters to check, those below {percent}.</source>
        <translation>
            <numerusform>%Ln letter to check, below {percent}.</numerusform>
            <numerusform>%Ln letters to check, those below {percent}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln letters to check: none is sure enough.</source>
        <translation>
            <numerusform>%Ln letter to check: none is sure enough.</numerusform>
            <numerusform>%Ln letters to check: none is sure enough.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln older steps can no longer be undone: they were too many to be kept.</source>
        <translation>
            <numerusform>%Ln older step can no longer be undone: there were too many to be kept.</numerusform>
            <numerusform>%Ln older steps can no longer be undone: they were too many to be kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n about how letters are cut</source>
        <translation>
            <numerusform>%n about how letters are cut</numerusform>
            <numerusform>%n about how letters are cut</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n boxes without a letter.</source>
        <translation>
            <numerusform>%n box without a letter.</numerusform>
            <numerusform>%n boxes without a letter.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n characters cannot be letters and were left out: {signs}</source>
        <translation>
            <numerusform>%Ln character cannot be a letter and was left out: {signs}</numerusform>
            <numerusform>%Ln characters cannot be letters and were left out: {signs}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n doubtful.</source>
        <translation>
            <numerusform>%n doubtful.</numerusform>
            <numerusform>%n doubtful.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n epochs</source>
        <translation>
            <numerusform>%n epoch</numerusform>
            <numerusform>%n epochs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n left out</numerusform>
            <numerusform>%n left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letters</source>
        <translation>
            <numerusform>%n letter</numerusform>
            <numerusform>%n letters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letters changed.</source>
        <translation>
            <numerusform>%n letter changed.</numerusform>
            <numerusform>%n letters changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letters confirmed</source>
        <translation>
            <numerusform>%n letter confirmed</numerusform>
            <numerusform>%n letters confirmed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letters corrected</source>
        <translation>
            <numerusform>%n letter corrected</numerusform>
            <numerusform>%n letters corrected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letters deleted</source>
        <translation>
            <numerusform>%n letter deleted</numerusform>
            <numerusform>%n letters deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letters of the practice sheet confirmed.</source>
        <translation>
            <numerusform>%n letter of the practice sheet confirmed.</numerusform>
            <numerusform>%n letters of the practice sheet confirmed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letters read anew since count as wrong.</source>
        <translation>
            <numerusform>One letter read anew since counts as wrong.</numerusform>
            <numerusform>%n letters read anew since count as wrong.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letters selected</source>
        <translation>
            <numerusform>%n letter selected</numerusform>
            <numerusform>%n letters selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letters were not confirmed, as they have no reading.</source>
        <translation>
            <numerusform>%Ln letter was not confirmed, as it has no reading.</numerusform>
            <numerusform>%Ln letters were not confirmed, as they have no reading.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letters, none to check</source>
        <translation>
            <numerusform>%n letter, none to check</numerusform>
            <numerusform>%n letters, none to check</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n marks of ink, {count} left out.</source>
        <translation>
            <numerusform>%n mark of ink, {count} left out.</numerusform>
            <numerusform>%n marks of ink, {count} left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n marks of ink.</source>
        <translation>
            <numerusform>%n mark of ink.</numerusform>
            <numerusform>%n marks of ink.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more pages</source>
        <translation>
            <numerusform>%n more page</numerusform>
            <numerusform>%n more pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them are on another page: {pages}.</source>
        <translation>
            <numerusform>%n of them is on another page: {pages}.</numerusform>
            <numerusform>%n of them are on another page: {pages}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them are on other pages: {pages}.</source>
        <translation>
            <numerusform>%n of them is on other pages: {pages}.</numerusform>
            <numerusform>%n of them are on other pages: {pages}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them confirmed.</source>
        <translation>
            <numerusform>%n of them confirmed.</numerusform>
            <numerusform>%n of them confirmed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them doubtful</source>
        <translation>
            <numerusform>%n of them doubtful</numerusform>
            <numerusform>%n of them doubtful</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of {needed} letters known</source>
        <translation>
            <numerusform>%n of {needed} letters known</numerusform>
            <numerusform>%n of {needed} letters known</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on another page</source>
        <translation>
            <numerusform>%n on another page</numerusform>
            <numerusform>%n on another page</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on other pages</source>
        <translation>
            <numerusform>%n on other pages</numerusform>
            <numerusform>%n on other pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on others</source>
        <translation>
            <numerusform>%n on others</numerusform>
            <numerusform>%n on others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on this page</source>
        <translation>
            <numerusform>%n on this page</numerusform>
            <numerusform>%n on this page</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pages</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pages that another reader reads were left out.</source>
        <translation>
            <numerusform>One page that another reader reads was left out.</numerusform>
            <numerusform>%n pages that another reader reads were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pages that were not read yet are left out.</source>
        <translation>
            <numerusform>%n page that was not read yet is left out.</numerusform>
            <numerusform>%n pages that were not read yet are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pages were edited since and stay as they are.</source>
        <translation>
            <numerusform>%n page was edited since and stays as it is.</numerusform>
            <numerusform>%n pages were edited since and stay as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pages were taken out and stay as they are.</source>
        <translation>
            <numerusform>%n page was taken out and stays as it is.</numerusform>
            <numerusform>%n pages were taken out and stay as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pages whose images are missing were left out.</source>
        <translation>
            <numerusform>One page whose image is missing was left out.</numerusform>
            <numerusform>%n pages whose images are missing were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pages without a picture are left out: {names}.</source>
        <translation>
            <numerusform>One page without a picture is left out: {names}.</numerusform>
            <numerusform>%n pages without a picture are left out: {names}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pictures</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n questions about letters left, {cuts}.</source>
        <translation>
            <numerusform>%n question about letters left, {cuts}.</numerusform>
            <numerusform>%n questions about letters left, {cuts}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n questions about letters left.</source>
        <translation>
            <numerusform>%n question about letters left.</numerusform>
            <numerusform>%n questions about letters left.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n questions left, about how letters are cut.</source>
        <translation>
            <numerusform>%n question left, about how letters are cut.</numerusform>
            <numerusform>%n questions left, about how letters are cut.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n relabelled</source>
        <translation>
            <numerusform>%n relabelled</numerusform>
            <numerusform>%n relabelled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n steps</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n steps got back.</source>
        <translation>
            <numerusform>%n step got back.</numerusform>
            <numerusform>%n steps got back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n steps not saved</source>
        <translation>
            <numerusform>%n step not saved</numerusform>
            <numerusform>%n steps not saved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n times</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to check</source>
        <translation>
            <numerusform>%n to check</numerusform>
            <numerusform>%n to check</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>After %Ln older steps, not kept</source>
        <translation>
            <numerusform>After %Ln older step, not kept</numerusform>
            <numerusform>After %Ln older steps, not kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln letters are confirmed. How many are wrong rests on your answers alone.</source>
        <translation>
            <numerusform>The one letter is confirmed. Whether it is wrong rests on your answer alone.</numerusform>
            <numerusform>All %Ln letters are confirmed. How many are wrong rests on your answers alone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n pages</source>
        <translation>
            <numerusform>The %n page</numerusform>
            <numerusform>All %n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>As sure as the reader is, about {about} of {letters} letters are wrong ({low} to {high}), if the %Ln that you confirmed are right.</source>
        <translation>
            <numerusform>As sure as the reader is, about {about} of {letters} letters are wrong ({low} to {high}), if the one that you confirmed is right.</numerusform>
            <numerusform>As sure as the reader is, about {about} of {letters} letters are wrong ({low} to {high}), if the %Ln that you confirmed are right.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least %n letters seem to be on this page outside all boxes.</source>
        <translation>
            <numerusform>At least %n letter seems to be on this page outside all boxes.</numerusform>
            <numerusform>At least %n letters seem to be on this page outside all boxes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Check %n</source>
        <translation>
            <numerusform>Check %n</numerusform>
            <numerusform>Check %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Check %n More at Random</source>
        <translation>
            <numerusform>Check %n More at Random</numerusform>
            <numerusform>Check %n More at Random</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Check %n Random Letters</source>
        <translation>
            <numerusform>Check %n Random Letter</numerusform>
            <numerusform>Check %n Random Letters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Check %n at Random</source>
        <translation>
            <numerusform>Check %n at Random</numerusform>
            <numerusform>Check %n at Random</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Confirm %Ln Selected</source>
        <translation>
            <numerusform>Confirm %Ln Selected</numerusform>
            <numerusform>Confirm %Ln Selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Confirmed %n letters on “{page}”.</source>
        <translation>
            <numerusform>Confirmed %n letter on “{page}”.</numerusform>
            <numerusform>Confirmed %n letters on “{page}”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied %n rows of text.</source>
        <translation>
            <numerusform>Copied %n row of text.</numerusform>
            <numerusform>Copied %n rows of text.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n letters on “{page}”.</source>
        <translation>
            <numerusform>Deleted %n letter on “{page}”.</numerusform>
            <numerusform>Deleted %n letters on “{page}”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exported %n pages to {name}.</source>
        <translation>
            <numerusform>Exported %n page to {name}.</numerusform>
            <numerusform>Exported %n pages to {name}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>How many of the %Ln letters on pages in small letters are wrong, only a check can tell: their reader takes them for capitals, and is sure.</source>
        <translation>
            <numerusform>Whether the %Ln letter on pages in small letters is wrong, only a check can tell: its reader takes it for a capital, and is sure.</numerusform>
            <numerusform>How many of the %Ln letters on pages in small letters are wrong, only a check can tell: their reader takes them for capitals, and is sure.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Most wrong, or mislabelled: %n letters</source>
        <translation>
            <numerusform>Most wrong, or mislabelled: %n letter</numerusform>
            <numerusform>Most wrong, or mislabelled: %n letters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing was learnt, because the images of %n pages are missing.</source>
        <translation>
            <numerusform>Nothing was learnt, because the image of one page is missing.</numerusform>
            <numerusform>Nothing was learnt, because the images of %n pages are missing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %Ln letters at {sure} or more it said {said}; {right} were right ({least} to {most}).</source>
        <translation>
            <numerusform>Of %Ln letter at {sure} or more it said {said}; {right} were right ({least} to {most}).</numerusform>
            <numerusform>Of %Ln letters at {sure} or more it said {said}; {right} were right ({least} to {most}).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n letters that you confirmed {one} by itself reads {left} right, {other} {right}.</source>
        <translation>
            <numerusform>Of the letter that you confirmed {one} by itself reads {left} right, {other} {right}.</numerusform>
            <numerusform>Of %n letters that you confirmed {one} by itself reads {left} right, {other} {right}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n of them, each tested by a reader that had not seen it, {after} are read right, {before} before.</source>
        <translation>
            <numerusform>Of one of them, tested by a reader that had not seen it, {after} is read right, {before} before.</numerusform>
            <numerusform>Of %n of them, each tested by a reader that had not seen it, {after} are read right, {before} before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read again: %n letters changed, some of them parted otherwise.</source>
        <translation>
            <numerusform>Read again: %n letter changed, as it was parted otherwise.</numerusform>
            <numerusform>Read again: %n letters changed, some of them parted otherwise.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read again: %n letters changed.</source>
        <translation>
            <numerusform>Read again: %n letter changed.</numerusform>
            <numerusform>Read again: %n letters changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read by “{name}” after %n letters.</source>
        <translation>
            <numerusform>Read by “{name}” after %n letter.</numerusform>
            <numerusform>Read by “{name}” after %n letters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read with this ink: %n letters, {count} of them as you confirmed them.</source>
        <translation>
            <numerusform>Read with this ink: %n letter, {count} of them as you confirmed them.</numerusform>
            <numerusform>Read with this ink: %n letters, {count} of them as you confirmed them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read with this ink: %n letters.</source>
        <translation>
            <numerusform>Read with this ink: %n letter.</numerusform>
            <numerusform>Read with this ink: %n letters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set %n letters on “{page}” to “{character}”.</source>
        <translation>
            <numerusform>Set %n letter on “{page}” to “{character}”.</numerusform>
            <numerusform>Set %n letters on “{page}” to “{character}”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped. %n pages were not read.</source>
        <translation>
            <numerusform>Stopped. %n page was not read.</numerusform>
            <numerusform>Stopped. %n pages were not read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The letters are of %n pages. If one is in another hand, show it, choose another reader for it, and learn this hand again.</source>
        <translation>
            <numerusform>The letters are of one page.</numerusform>
            <numerusform>The letters are of %n pages. If one is in another hand, show it, choose another reader for it, and learn this hand again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The pictures of %n pages are lost: {names}.</source>
        <translation>
            <numerusform>The picture of one page is lost: {names}.</numerusform>
            <numerusform>The pictures of %n pages are lost: {names}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What was exported ({name} and %n other files) stays.</source>
        <translation>
            <numerusform>What was exported ({name} and %Ln other file) stays.</numerusform>
            <numerusform>What was exported ({name} and %Ln other files) stays.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Wrote %n files to {folder}.</source>
        <translation>
            <numerusform>Wrote %n file to {folder}.</numerusform>
            <numerusform>Wrote %n files to {folder}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Your hand will be learnt as soon as %n pages are ready.</source>
        <translation>
            <numerusform>Your hand will be learnt as soon as the page is ready.</numerusform>
            <numerusform>Your hand will be learnt as soon as %n pages are ready.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>a list of %n words</source>
        <translation>
            <numerusform>a list of %n word</numerusform>
            <numerusform>a list of %n words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n rows</source>
        <translation>
            <numerusform>in %n row</numerusform>
            <numerusform>in %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>on %Ln pages</source>
        <translation>
            <numerusform>on %Ln page</numerusform>
            <numerusform>on %Ln pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>on %n pages</source>
        <translation>
            <numerusform>on %n page</numerusform>
            <numerusform>on %n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>with %n boxes</source>
        <translation>
            <numerusform>with %n box</numerusform>
            <numerusform>with %n boxes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} of %n pages have changes that were not saved.</source>
        <translation>
            <numerusform>{count} of %n page has changes that were not saved.</numerusform>
            <numerusform>{count} of %n pages have changes that were not saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{keys} goes on with %n questions about other pages.</source>
        <translation>
            <numerusform>{keys} goes on with one question about another page.</numerusform>
            <numerusform>{keys} goes on with %n questions about other pages.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{left} of %n letters to check</source>
        <translation>
            <numerusform>{left} of %n letter to check</numerusform>
            <numerusform>{left} of %n letters to check</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{low} to {high}: {right} of %Ln letters right ({least} to {most}).</source>
        <translation>
            <numerusform>{low} to {high}: {right} of %Ln letter right ({least} to {most}).</numerusform>
            <numerusform>{low} to {high}: {right} of %Ln letters right ({least} to {most}).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name} read this page anew: %n letters changed, some of them parted otherwise.</source>
        <translation>
            <numerusform>{name} read this page anew: %n letter changed, as it was parted otherwise.</numerusform>
            <numerusform>{name} read this page anew: %n letters changed, some of them parted otherwise.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name} read this page anew: %n letters changed.</source>
        <translation>
            <numerusform>{name} read this page anew: %n letter changed.</numerusform>
            <numerusform>{name} read this page anew: %n letters changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{name}” learnt from %n letters:</source>
        <translation>
            <numerusform>“{name}” learnt from %n letter:</numerusform>
            <numerusform>“{name}” learnt from %n letters:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{name}”, one of %n pages, has changes that were not saved.</source>
        <translation>
            <numerusform>“{name}” has changes that were not saved.</numerusform>
            <numerusform>“{name}”, one of %n pages, has changes that were not saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{title}” and %n other files are open in another window, too: {where}.</source>
        <translation>
            <numerusform>“{title}” and %Ln other file are open in another window, too: {where}.</numerusform>
            <numerusform>“{title}” and %Ln other files are open in another window, too: {where}.</numerusform>
        </translation>
    </message>
</context>
</TS>
